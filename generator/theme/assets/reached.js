// A fact that the address names is seen: whatever it is folded into opens, and so does its own proof.
(() => {
  // What stands on a page below this one has its number here: the address leads on to its paragraph there.
  function further(line, target) {
    const link = line.querySelector("a");
    const isBehind = (one) => one === target || one.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
    const paragraph = [...line.querySelectorAll("i[id]")].filter(isBehind).at(-1);
    return `${link.href.split("#")[0]}${paragraph ? `#${paragraph.id}` : link.hash || `#${target.id}`}`;
  }

  function reach() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest(".md-content")) return;
    const line = target.closest(".address");
    if (line) return location.replace(further(line, target));
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
