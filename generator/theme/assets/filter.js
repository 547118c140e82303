// Filters the facts or entries of a long page in place; without it the page is whole, and says the same.
(() => {
  const FEWEST = 12; // a list that is seen at a glance needs no filter
  const ITEMS = ".fact, .line";
  const HOLDERS = ".group, .paragraph, .report, .index__group, .fold";
  const OTHERWISE = { ø: "o", đ: "d", ð: "d", ł: "l", ħ: "h", ß: "ss", æ: "ae", œ: "oe", þ: "th", ı: "i" };
  const STRAIGHT = { "‘": "'", "’": "'", "“": '"', "”": '"' };

  const folded = (text) =>
    text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[øđðłħßæœþı]/g, (letter) => OTHERWISE[letter])
      .replace(/[‘’“”]/g, (mark) => STRAIGHT[mark]);

  const form = document.querySelector("form.filter");
  const items = [...document.querySelectorAll(`.md-content__inner :is(${ITEMS})`)].filter(
    (item) => !item.closest(".sources") && !item.parentElement.closest(ITEMS),
  );
  if (form && items.length > FEWEST) start();

  function start() {
    const content = form.parentElement;
    const input = form.querySelector("input");
    const clear = form.querySelector("button");
    const found = form.querySelector("output");
    const beyond = form.querySelector(".filter__all"); // on a page that has some of a list alone
    const texts = new Map(items.map((item) => [item, folded(item.textContent)]));
    const parts = partsOf(content);
    const folds = [...content.querySelectorAll("details.fold")].filter((fold) => fold.querySelector(ITEMS));
    const first = parts.find((part) => part.some((element) => items.some((item) => element.contains(item))));
    content.insertBefore(form, first[0]);
    form.hidden = false;

    function show() {
      const words = folded(input.value).split(/\s+/).filter(Boolean);
      items.forEach((item) => (item.hidden = !words.every((word) => texts.get(item).includes(word))));
      content.querySelectorAll(HOLDERS).forEach((holder) => (holder.hidden = emptied([holder])));
      parts.forEach((part) => part.forEach(emptied(part) ? hide : reveal));
      folds.forEach((fold) => (fold.open = words.length > 0));
      const shown = items.filter((item) => !item.hidden).length;
      found.value = words.length ? form.dataset.found.replace("{n}", shown).replace("{all}", items.length) : "";
      clear.hidden = !words.length;
      if (beyond) lead(words.length > 0);
      remember(input.value.trim());
    }

    /* To the same words among all facts. */
    function lead(isAsked) {
      const link = beyond.querySelector("a");
      const address = new URL(link.href);
      address.searchParams.set("q", input.value.trim());
      link.href = address;
      beyond.hidden = !isAsked;
    }

    function reset() {
      input.value = "";
      show();
    }

    form.addEventListener("input", show);
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      reset();
      input.focus();
    });
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        event.preventDefault();
        reset();
      }
    });
    // An address leads to its fact, whatever is filtered.
    window.addEventListener("hashchange", () => {
      const target = document.getElementById(location.hash.slice(1));
      if (target?.closest("[hidden]")) {
        reset();
        target.scrollIntoView();
      }
    });

    input.value = new URLSearchParams(location.search).get("filter") ?? "";
    if (input.value && !location.hash) show();
  }

  // A heading and what follows it, until the next; what stands before the first heading, each for itself.
  function partsOf(content) {
    const parts = [];
    for (const element of content.children) {
      if (element === form || element.matches(".sources")) break;
      if (element.matches("h2") || !parts.at(-1)?.[0].matches("h2")) parts.push([]);
      parts.at(-1).push(element);
    }
    return parts;
  }

  // Whether these elements hold items, and all of them are filtered out.
  function emptied(elements) {
    const inside = items.filter((item) => elements.some((element) => element.contains(item)));
    return inside.length > 0 && inside.every((item) => item.hidden);
  }

  function hide(element) {
    if (!element.hidden) element.dataset.filtered = "";
    element.hidden = true;
  }

  function reveal(element) {
    if ("filtered" in element.dataset) element.hidden = false;
    delete element.dataset.filtered;
  }

  // The address keeps the words, so that a copied one shows the same; some browsers refuse that in a folder.
  function remember(words) {
    const address = new URL(location.href);
    if (words) address.searchParams.set("filter", words);
    else address.searchParams.delete("filter");
    try {
      history.replaceState(history.state, "", address);
    } catch {
      return;
    }
  }
})();
