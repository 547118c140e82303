// Adds the buttons that copy a citation; without it, or where nothing can be copied, the words stand there all the same.
(() => {
  const foot = document.querySelector(".taking");
  if (!foot || !navigator.clipboard?.write || !window.ClipboardItem) return;

  const said = document.createElement("p");
  said.className = "unseen";
  said.role = "status";
  foot.append(said);

  foot.querySelectorAll(".cite__sentence, .cited__format").forEach((part) => {
    const words = part.querySelector("code") ?? part;
    const name = part.querySelector("b")?.textContent ?? "";
    part.append(" ", button(foot.dataset.copy, name, () => textOf(words)));
  });

  // The buttons of a fact come when its proof is opened, because a long article has hundreds of facts.
  document.addEventListener("toggle", (event) => equip(event.target.closest?.(".fact")), true);

  function equip(fact) {
    const sentence = fact?.querySelector(".cite__sentence");
    if (!sentence || sentence.nextElementSibling) return;
    const buttons = document.createElement("span");
    buttons.className = "cite__copies";
    buttons.append(button(foot.dataset.copy, "", () => textOf(sentence)));
    for (const form of foot.querySelectorAll(".cited__format")) {
      const ending = form.dataset.form;
      const name = form.querySelector("b").textContent;
      const file = foot.dataset.facts.replace(/json$/, ending);
      buttons.append(" ", button(name, name, () => citation(file, ending, fact.id), file));
    }
    sentence.after(buttons);
  }

  function button(label, name, text, file = "") {
    const made = document.createElement("button");
    made.type = "button";
    made.className = "copy";
    made.textContent = label;
    made.ariaLabel = `${foot.dataset.copy} ${name}`.trim();
    made.addEventListener("click", () => copy(made, text, file));
    return made;
  }

  // The promise is handed over at once: some browsers copy only during the click itself.
  async function copy(made, text, file) {
    const blob = Promise.resolve(text()).then((found) => new Blob([found], { type: "text/plain" }));
    try {
      await navigator.clipboard.write([new ClipboardItem({ "text/plain": blob })]);
      tell(made, foot.dataset.copied);
    } catch {
      if (file) made.replaceWith(leading(made.textContent, file));
      tell(made, foot.dataset.failed);
    }
  }

  function tell(made, words) {
    said.textContent = words;
    made.dataset.told = words;
    made.addEventListener("blur", () => delete made.dataset.told, { once: true });
  }

  // A page from a folder may not read other files; it can lead to them.
  function leading(name, file) {
    const link = document.createElement("a");
    link.href = file;
    link.download = "";
    link.textContent = name;
    return link;
  }

  async function citation(file, ending, id) {
    const answer = await fetch(file);
    if (!answer.ok) throw new Error(answer.statusText);
    const all = await answer.text();
    if (ending === "json") return JSON.stringify([JSON.parse(all).find((item) => item.id === id)], null, 1);
    if (ending === "ris") return all.split(/(?<=^ER {2}- \r\n)/m).find((record) => record.includes(`ID  - ${id}\r\n`));
    return all.split(/\n\n(?=@)/).find((entry) => entry.startsWith(`@misc{${id},`)).trim();
  }

  function textOf(words) {
    const own = words.cloneNode(true);
    own.querySelectorAll("button").forEach((made) => made.remove());
    return own.textContent.replaceAll("\u00a0", " ").trim();
  }
})();
