/* The search box of every page: suggestions while words are typed, and a way to it by key. Without this script the
   box leads to Explore all the same. */

(() => {
  const assets = new URL(".", document.currentScript.src);
  const alone = location.protocol === "file:"; // a browser lets no page of a folder read the index
  const form = document.querySelector(".seek");
  const explore = document.querySelector(".explore");
  if (explore && alone) document.querySelector(".explore-folder").hidden = false;
  if (explore && !alone) import(new URL("explore.js", assets).href);
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
  if (alone) return;

  box.addEventListener("focus", () => import(new URL("finding.js", assets).href).then(({ open }) => open()).catch(() => {}));
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

  async function suggest() {
    const words = box.value.trim();
    const turn = ++latest;
    if (!words) return close();
    try {
      const { find, shown, marked } = await import(new URL("finding.js", assets).href);
      const found = await find(words, {}, "best");
      const facts = await Promise.all(found.facts.slice(0, FACTS).map(shown));
      if (turn !== latest) return;
      const options = [...found.pages.slice(0, PAGES), ...facts].map((one) => option(one, words, marked));
      options.push(everything(words, options.length ? form.dataset.all : form.dataset.none));
      list.replaceChildren(...options);
      options.forEach((one, number) => (one.id = `seek-${number}`));
      select(null);
      status.textContent = told(found.pages.length + found.facts.length);
      list.hidden = false;
      box.setAttribute("aria-expanded", "true");
    } catch {
      close();
    }
  }

  function option(one, words, marked) {
    const link = element("a", "seek__option");
    link.href = one.href;
    link.append(marked(element("span", `seek__text seek__text--${one.what}`), one.text, words));
    link.append(element("span", "seek__line", one.line.join(" · ")));
    return link;
  }

  function everything(words, name) {
    const link = element("a", "seek__option seek__option--all", name.replace("{words}", words));
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

  function told(n) {
    return n ? form.dataset[n === 1 ? "one" : "other"].replace("{n}", n) : form.dataset.none;
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
