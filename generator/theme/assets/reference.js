// Shows what a reference leads to in the place where it stands; without this, each number is a link to its fact.
(() => {
  const kept = document.querySelector(".referred");
  if (!kept || !("popover" in HTMLElement.prototype)) return;
  const GAP = 8; // pixels
  const PATIENCE = 250; // milliseconds that a pointer rests before something opens, or is away before it closes
  const sources = new Map([...kept.children].map((source) => [address(source.querySelector("a")), source]));

  const shown = document.createElement("div");
  shown.className = "reference";
  shown.popover = "auto";
  shown.role = "group";
  let opener = null;
  let stays = false; // what was pressed stays; what a pointer only passed goes with it
  let waiting = 0;

  document.querySelectorAll(".md-content .ref").forEach(equip);

  function address(link) {
    return link.getAttribute("href");
  }

  // A link is named by its number and its sentence.
  function sentence(link) {
    return link.ariaLabel.slice(link.ariaLabel.indexOf(" ") + 1);
  }

  // The numbers of a run become one button: together they are large enough to be met. It stays a link inside, because
  // a line may break before anything that is a button by itself.
  function equip(run) {
    const links = [...run.querySelectorAll("a")];
    if (!links.every((link) => sources.has(address(link)))) return;
    const button = links[0].cloneNode();
    button.className = "ref__open";
    button.role = "button";
    button.textContent = links.map((link) => link.textContent).join(" ");
    button.ariaLabel = `${button.textContent}: ${links.map(sentence).join(" ")}`;
    button.ariaExpanded = "false";
    run.replaceChildren(button);

    const open = (press) => show(button, links, press);
    let wasOpen = false;
    button.addEventListener("pointerdown", () => (wasOpen = opener === button && stays));
    button.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      if (event.detail ? wasOpen : opener === button && stays) hide();
      else open(true);
    });
    button.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      button.click();
    });
    button.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "mouse" && !stays) later(() => open(false));
    });
    button.addEventListener("pointerleave", left);
  }

  function show(button, links, press) {
    clearTimeout(waiting);
    if (opener !== button) {
      hide();
      shown.ariaLabel = button.textContent;
      shown.replaceChildren(list(links));
      button.parentElement.after(shown);
      shown.showPopover();
      opener = button;
      button.ariaExpanded = "true";
      place(button.getBoundingClientRect(), shown.parentElement.getBoundingClientRect().left);
    }
    stays = press;
  }

  function hide() {
    clearTimeout(waiting);
    if (shown.matches(":popover-open")) shown.hidePopover();
  }

  function later(act) {
    clearTimeout(waiting);
    waiting = setTimeout(act, PATIENCE);
  }

  function left() {
    if (stays) clearTimeout(waiting);
    else later(hide);
  }

  function list(links) {
    const facts = document.createElement("ol");
    for (const link of links) {
      const fact = document.createElement("li");
      fact.value = Number(link.textContent);
      const said = document.createElement("p");
      said.textContent = sentence(link);
      fact.append(said, ...sources.get(address(link)).cloneNode(true).children);
      const onward = fact.querySelector("a");
      onward.ariaLabel = `${onward.textContent}: ${said.textContent}`;
      facts.append(fact);
    }
    return facts;
  }

  // Below the numbers or above them, wherever there is more room; within the window, and within their column if it can.
  function place(box, column) {
    const wide = document.documentElement.clientWidth;
    const rooms = { above: box.top - 2 * GAP, below: innerHeight - box.bottom - 2 * GAP };
    shown.style.maxHeight = "";
    const below = shown.offsetHeight <= rooms.below || rooms.below >= rooms.above;
    shown.style.maxHeight = `${below ? rooms.below : rooms.above}px`;
    const middle = Math.max(box.left + (box.width - shown.offsetWidth) / 2, column);
    const left = Math.min(middle, wide - shown.offsetWidth - GAP);
    const top = below ? box.bottom + GAP : box.top - GAP - shown.offsetHeight;
    shown.style.left = `${Math.max(left, GAP) + scrollX}px`;
    shown.style.top = `${top + scrollY}px`;
  }

  shown.addEventListener("pointerenter", () => clearTimeout(waiting));
  shown.addEventListener("pointerleave", left);
  shown.addEventListener("click", (event) => event.target.closest("a") && hide());
  shown.addEventListener("beforetoggle", (event) => {
    if (event.newState !== "closed" || !opener) return;
    opener.ariaExpanded = "false";
    opener = null;
    stays = false;
  });
  document.addEventListener("focusin", ({ target }) => {
    if (opener && target !== opener && !shown.contains(target)) hide();
  });
  addEventListener("resize", hide);
})();
