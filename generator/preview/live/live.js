// Added by `briefbook serve` alone: reloads the page when it was built again, and shows what keeps it from that.
(() => {
  "use strict";
  const { page, since } = document.currentScript.dataset;
  const banner = document.createElement("section");
  banner.id = "briefbook-problems";
  banner.setAttribute("role", "alert");
  banner.tabIndex = 0;

  function show(problems) {
    const title = document.createElement("p");
    title.textContent = "This is the last good page: the content has problems.";
    const lines = document.createElement("pre");
    lines.textContent = problems;
    banner.replaceChildren(title, lines);
    if (problems) document.body.append(banner);
    else banner.remove();
  }

  const news = new EventSource(`/_briefbook/events?page=${encodeURIComponent(page)}&since=${since}`);
  news.addEventListener("problems", (event) => show(JSON.parse(event.data)));
  news.addEventListener("reload", () => {
    news.close();
    location.reload();
  });
})();
