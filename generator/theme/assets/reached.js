// A fact that the address names is seen: whatever it is folded into opens, and so does its own proof.
(() => {
  function reach() {
    const target = document.getElementById(location.hash.slice(1));
    if (!target?.closest(".md-content")) return;
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
