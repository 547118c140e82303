// A fact that the address names is seen: whatever it is folded into opens, and so does its own proof.
(() => {
  // On a page below its article's, a fact has no id, for that is its address: it is known by the end of this.
  function named(id) {
    return document.getElementById(id) ?? document.querySelector(`.fact[data-address$="#${CSS.escape(id)}"]`);
  }

  function reach() {
    const id = location.hash.slice(1);
    const target = named(id);
    for (const before of document.querySelectorAll(".fact--reached")) before.classList.remove("fact--reached");
    if (!target?.closest(".md-content")) return;
    // What stands on a page below this one has its number here: the address leads on to it there.
    const line = target.closest(".address");
    if (line) return location.replace(`${line.querySelector("a").href.split("#")[0]}#${id}`);
    target.classList.toggle("fact--reached", target.matches(".fact"));
    const proof = target.matches(".fact") && target.querySelector("details:has(.passage)");
    for (let fold = proof || target.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    target.scrollIntoView();
  }

  addEventListener("hashchange", reach);
  // A link to where the reader is already changes no address, though what it leads to may have been folded since.
  document.addEventListener("click", (event) => {
    if (event.target.closest?.("a[href*='#']")?.href === location.href) reach();
  });
  if (location.hash) reach();
})();
