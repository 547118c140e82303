/* The search box of every page: suggestions while words are typed, and a way to it by key. Without this script the
   box leads to Explore all the same, where every fact is listed. */

(() => {
  const assets = new URL(".", document.currentScript.src);
  const form = document.querySelector(".seek");
  const explore = document.querySelector(".explore");
  let loading;
  if (explore) finding().catch(() => {}).then(() => script("explore.js")); // which says what failed
  if (!form) return;

  const box = form.querySelector("input");
  const list = form.querySelector("[role=listbox]");
  const status = form.querySelector("[role=status]");
  const PAGES = 4, FACTS = 4; // as many as a phone shows above its keyboard
  let latest = 0;

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest?.("input, textarea, select, [contenteditable]");
    const slash = event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey;
    const chord = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!slash && !chord) return;
    event.preventDefault();
    const target = explore && !explore.hidden ? explore.querySelector("input[type=search]") : box;
    target.focus();
    target.select();
  });

  box.addEventListener("focus", () => finding().then(({ open }) => open()).catch(() => {})); // what fails is told of words
  box.addEventListener("input", suggest);
  box.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && current()) {
      event.preventDefault();
      current().click();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (list.hidden) box.value = "";
      close();
    }
  });
  form.addEventListener("focusout", (event) => {
    if (!form.contains(event.relatedTarget)) close();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault()); // the box keeps the focus until the click

  function script(name) {
    return new Promise((resolve, reject) => {
      const added = document.createElement("script");
      [added.src, added.onload, added.onerror] = [new URL(name, assets).href, resolve, reject];
      document.head.append(added);
    });
  }

  /* What searches; it is fetched when it is wanted. */
  async function finding() {
    loading ??= script("finding.js");
    await loading.catch((failed) => ((loading = undefined), Promise.reject(failed)));
    return window.finding;
  }

  async function suggest() {
    const words = box.value.trim();
    const turn = ++latest;
    if (!words || /^\p{Script=Latin}$/u.test(words)) return close();
    try {
      const { find, shown } = await finding();
      const found = await find(box.value, true);
      const facts = await Promise.all(found.facts.slice(0, FACTS).map(shown));
      const said = await lacking(found, words);
      if (turn !== latest) return;
      const options = [...found.pages.slice(0, PAGES), ...facts].map((one) => option(one, found.typed));
      show(said.length ? [...said, ...options] : [...options, everything(words, options.length ? form.dataset.all : form.dataset.none)]);
      const n = found.pages.length + found.facts.length;
      status.textContent = said.length ? said[0].textContent : told(n, words);
    } catch {
      if (turn !== latest) return;
      show([everything(words, form.dataset.failed)]);
      status.textContent = form.dataset.failed;
    }
  }

  function show(options) {
    list.replaceChildren(...options);
    options.forEach((one, number) => (one.id = `seek-${number}`));
    select(null);
    list.hidden = false;
    box.setAttribute("aria-expanded", "true");
  }

  /* Which word nothing has, and the nearest that something has: it leads to what that finds. */
  async function lacking({ missing }, words) {
    if (!missing.length) return [];
    const [guess] = await window.finding.near(missing[0]);
    const no = form.dataset.missing.replace("{word}", () => missing[0].as);
    const perhaps = guess && form.dataset.perhaps.replace("{words}", () => `${guess.as} (${guess.facts})`);
    return [everything(guess ? words.replace(missing[0].as, () => guess.as) : words, perhaps ? `${no} ${perhaps}` : no)];
  }

  function option(one, typed) {
    const link = element("a", "seek__option");
    link.href = one.href;
    const text = element("span", `seek__text seek__text--${one.what}`);
    link.append(window.finding.marked(text, one.text, typed, true));
    link.append(element("span", "seek__line", one.line.join(" · ")));
    return link;
  }

  function everything(words, name) {
    const link = element("a", "seek__option seek__option--all", name.replace("{words}", () => words));
    link.href = `${form.action}?${new URLSearchParams({ q: words })}`;
    return link;
  }

  function element(tag, name, text = "") {
    const made = document.createElement(tag);
    made.className = name;
    made.textContent = text;
    if (tag === "a") {
      made.setAttribute("role", "option");
      made.tabIndex = -1;
    }
    return made;
  }

  function told(n, words) {
    return n ? form.dataset[n === 1 ? "one" : "other"].replace("{n}", n) : form.dataset.none.replace("{words}", () => words);
  }

  function current() {
    return list.querySelector("[aria-selected=true]");
  }

  function move(step) {
    const options = [...list.children];
    if (list.hidden || !options.length) return;
    const from = options.indexOf(current());
    select(options[from < 0 && step < 0 ? options.length - 1 : (from + step + options.length) % options.length]);
  }

  function select(chosen) {
    for (const one of list.children) one.setAttribute("aria-selected", String(one === chosen));
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) box.setAttribute("aria-activedescendant", chosen.id);
    else box.removeAttribute("aria-activedescendant");
  }

  function close() {
    latest++;
    list.hidden = true;
    list.replaceChildren();
    status.textContent = "";
    box.setAttribute("aria-expanded", "false");
    box.removeAttribute("aria-activedescendant");
  }
})();
