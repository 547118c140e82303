/* The page Explore: what its form says is what the address says and what the list shows. */

(async () => {
  const { finding } = window; // none where it failed to load
  const STEP = 20; // results that are added at a time
  const MOST = 500; // results that an address can ask for at once, so that a link loads no whole index
  const PAUSE = 200; // milliseconds without a further letter, after which a word is looked for
  const WIDE = matchMedia("(min-width: 60em)"); // where the facets have a column of their own

  const root = document.querySelector(".explore");
  const form = root.querySelector("form");
  const [box, order, drawer] = ["[name=q]", "[name=sort]", ".facets"].map((name) => form.querySelector(name));
  const [status, chips, reset] = [".explore__status", ".chosen__list", ".chosen__reset"].map((name) => root.querySelector(name));
  const [pages, facts, more] = [".found--pages", ".found--facts", ".explore__more"].map((name) => root.querySelector(name));
  let boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const said = root.dataset;

  let length = STEP; // how much of the list is shown
  let results = [];
  let typed = []; // the words that were looked for
  let turn = 0;
  let wish = ""; // the order that was chosen; else it is that of what fits best, or without words weighs most
  let typing = false; // words that are typed on are one step back, not one a letter
  let pause;

  drawer.open = WIDE.matches;
  await offer();
  restore();
  for (const one of form.querySelectorAll(".facet:has(:checked)")) one.open = true;
  await show();
  if (root.hidden) return;
  root.classList.add("explore--ready");
  document.querySelector(".explore-list").hidden = true;
  history.scrollRestoration = "manual"; // the list is made when the browser has looked for its place already
  returned();
  listen();

  function listen() {
    box.addEventListener("input", () => {
      clearTimeout(pause);
      pause = setTimeout(() => change(true), PAUSE);
    });
    box.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !box.value) return;
      event.preventDefault();
      box.value = "";
      change(true);
    });
    form.addEventListener("change", (event) => {
      if (event.target === box) return;
      if (event.target === order) wish = order.value;
      change();
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      change(true);
    });
    reset.addEventListener("click", () => {
      for (const one of boxes) one.checked = false;
      change();
      box.focus();
    });
    more.addEventListener("click", async () => {
      const next = length;
      length += STEP;
      history.replaceState(history.state, "", address());
      await fill();
      facts.children[next]?.querySelector("a").focus();
    });
    addEventListener("popstate", async () => {
      typing = false;
      restore();
      await show();
      returned();
    });
    addEventListener("pagehide", leave);
    facts.parentElement.parentElement.addEventListener("click", (event) => event.target.closest("a") && leave());
    WIDE.addEventListener("change", () => (drawer.open = WIDE.matches));
  }

  /* The choices that the page has no room for; without them the others can be chosen all the same. */
  async function offer() {
    if (!("further" in said)) return;
    try {
      for (const [facet, choices] of Object.entries(await finding.further())) {
        form.querySelector(`[data-facet="${facet}"]`).append(...choices.map(([id, name]) => choice(facet, id, name)));
      }
    } catch {
      return;
    }
    boxes = [...form.querySelectorAll("input[type=checkbox]")];
  }

  function choice(facet, id, name) {
    const label = element("label"), box = label.appendChild(element("input"));
    [box.type, box.name, box.value] = ["checkbox", facet, id];
    label.append(" ", element("bdi", "facet__name", name), " ", element("span", "facet__facts"));
    return label;
  }

  /* The place in the list is kept with the step that is left, and found again on the way back. */
  function leave() {
    history.replaceState({ place: scrollY }, "", address());
  }

  function returned() {
    if (history.state?.place) scrollTo({ top: history.state.place, behavior: "instant" });
  }

  function change(byTyping = false) {
    clearTimeout(pause);
    length = STEP;
    history[byTyping && typing ? "replaceState" : "pushState"](null, "", address());
    typing = byTyping;
    return show();
  }

  /* The address says all that the form says, and how much of the list is shown. */
  function address() {
    const told = new URLSearchParams();
    if (box.value.trim()) told.append("q", box.value.trim());
    for (const one of boxes) if (one.checked) told.append(one.name, one.value);
    if (wish) told.append("sort", wish);
    if (length > STEP) told.append("shown", length);
    return `${location.pathname}${told.size ? `?${told}` : ""}`;
  }

  function restore() {
    const told = new URLSearchParams(location.search);
    box.value = told.get("q") ?? "";
    for (const one of boxes) one.checked = told.getAll(one.name).includes(one.value);
    wish = [...order.options].map(({ value }) => value).find((value) => value === told.get("sort")) ?? "";
    length = Math.min(MOST, Math.max(STEP, Math.floor(Number(told.get("shown"))) || 0));
  }

  async function show() {
    try {
      await find(++turn);
    } catch {
      root.hidden = true;
      for (const told of document.querySelectorAll(".explore-failed, .explore-list")) told.hidden = false;
    }
  }

  async function find(mine) {
    const chosen = {};
    for (const one of boxes) if (one.checked) (chosen[one.name] ??= []).push(one.value);
    const words = box.value.trim();
    order.value = wish || "best";
    const found = await finding.sift(words, chosen, order.value);
    const guesses = await Promise.all(found.missing.map(finding.near));
    const first = await Promise.all(found.facts.slice(0, length).map(finding.shown));
    if (mine !== turn) return;
    [results, typed] = [found.facts, found.typed];
    order.parentElement.hidden = !results.length;
    count(found.counts);
    chip();
    pages.replaceChildren(...found.pages.map(row));
    pages.closest("section").hidden = !found.pages.length;
    facts.closest("section").hidden = !results.length;
    facts.replaceChildren();
    add(first);
    status.textContent = summary(results.length, found.pages.length, found.missing);
    root.querySelector(".explore__guesses").replaceChildren(...found.missing.flatMap((word, n) => guessed(word, guesses[n])));
  }

  /* Adds what the list does not show yet. */
  async function fill() {
    const mine = turn;
    const added = await Promise.all(results.slice(facts.childElementCount, length).map(finding.shown));
    if (mine === turn) add(added);
  }

  function add(added) {
    facts.append(...added.map(row));
    const left = Math.min(STEP, results.length - facts.childElementCount);
    more.hidden = left <= 0;
    more.textContent = counted("more", left);
  }

  function row(one) {
    const item = element("li", `found__item found__item--${one.what}`);
    const text = item.appendChild(element("p", "found__text"));
    text.dir = "auto";
    const link = text.appendChild(element("a"));
    link.href = one.href;
    finding.marked(link, one.text, typed);
    const passage = finding.passage(one, typed);
    if (passage) {
      const quoted = item.appendChild(finding.marked(element("q", "found__passage"), passage, typed));
      quoted.dir = "auto";
    }
    item.append(element("p", "found__line", one.line.join(" · ")));
    return item;
  }

  function count(counts) {
    for (const one of boxes) {
      const n = counts[one.name]?.[one.value] ?? 0;
      one.parentElement.querySelector(".facet__facts").textContent = n;
      one.parentElement.hidden = !n && !one.checked;
    }
    for (const facet of form.querySelectorAll(".facet")) {
      facet.hidden = !facet.querySelector("label:not([hidden])");
      facet.querySelector(".facet__chosen").textContent = facet.querySelectorAll(":checked").length || "";
    }
  }

  /* What is chosen stands above the list, each with a way to take it back. */
  function chip() {
    const chosen = boxes.filter((one) => one.checked);
    chips.replaceChildren(...chosen.map((one, place) => {
      const value = one.parentElement.querySelector(".facet__name").textContent;
      const facet = one.closest(".facet").querySelector(".facet__title").textContent;
      const button = element("button", "chosen__one", value);
      button.type = "button";
      button.setAttribute("aria-label", said.remove.replace("{facet}", facet).replace("{value}", value));
      button.addEventListener("click", async () => {
        one.checked = false;
        await change();
        (chips.querySelectorAll("button")[place] ?? box).focus();
      });
      const item = element("li");
      item.append(button);
      return item;
    }));
    chips.parentElement.hidden = !chosen.length;
    drawer.querySelector(".facets__chosen").textContent = chosen.length || "";
  }

  function summary(factsFound, pagesFound, missing) {
    if (missing.length) return missing.map(({ as }) => said.missing.replace("{word}", () => as)).join(" ");
    if (!factsFound && !pagesFound) return said.nothing;
    const told = [counted("facts", factsFound), counted("pages", pagesFound)];
    return pagesFound ? said.both.replace("{facts}", told[0]).replace("{pages}", told[1]) : told[0];
  }

  /* The words that are spelt nearly as one that nothing has; each is put in its place. */
  function guessed({ as }, guesses) {
    if (!guesses.length) return [];
    const [before, after] = said.perhaps.split("{words}");
    const buttons = guesses.map((guess) => {
      const button = element("button", "explore__guess", `${guess.as} (${guess.facts})`);
      button.type = "button";
      button.addEventListener("click", () => {
        box.value = box.value.replace(as, () => guess.as);
        change();
        box.focus();
      });
      return button;
    });
    const told = element("p");
    told.append(before, ...buttons.flatMap((button, n) => (n ? [", ", button] : [button])), after);
    return [told];
  }

  function counted(what, n) {
    return said[`${what}${n === 1 ? "One" : "Other"}`].replace("{n}", n);
  }

  function element(tag, name = "", text = "") {
    const made = document.createElement(tag);
    if (name) made.className = name;
    made.textContent = text;
    return made;
  }
})();
