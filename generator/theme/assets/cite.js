// Adds the buttons that copy a citation; without it, or where nothing can be copied, the words stand there all the same.
(() => {
  const foot = document.querySelector(".taking");
  if (!foot) return;

  // Where nobody told the builder the address of the site, the browser knows it, unless the site is a folder.
  const root = foot.dataset.root && location.protocol.startsWith("http") ? new URL(foot.dataset.root, location) : null;
  if (root) document.addEventListener("click", (event) => report(event.target.closest?.(".report[data-path]")));
  if (!navigator.clipboard?.write || !window.ClipboardItem) return;

  const isArticle = foot.dataset.what === "article"; // which was published elsewhere
  const PATH = "{path}";

  const said = document.createElement("p");
  said.className = "unseen";
  said.role = "status";
  foot.append(said);

  foot.querySelectorAll(".cite__sentence, .cited__format").forEach((part) => {
    const words = part.querySelector("code") ?? part;
    const name = part.querySelector("b")?.textContent ?? "";
    part.append(" ", button(foot.dataset.copy, name, () => addressed(textOf(words), part.dataset.form, isArticle)));
  });

  // The buttons of a fact come when its proof is opened, because a long article has hundreds of facts.
  document.addEventListener("toggle", (event) => equip(event.target.closest?.(".fact")), true);

  function equip(fact) {
    const sentence = fact?.querySelector(".cite__sentence");
    if (!sentence || sentence.nextElementSibling) return;
    const buttons = document.createElement("span");
    buttons.className = "cite__copies";
    buttons.append(button(foot.dataset.copy, "", () => addressed(textOf(sentence))));
    for (const form of foot.dataset.facts ? foot.querySelectorAll(".cited__format") : []) {
      const ending = form.dataset.form;
      const name = form.querySelector("b").textContent;
      const file = foot.dataset.facts.replace(/json$/, ending);
      const cited = async () => addressed(await citation(file, ending, fact.id), ending);
      buttons.append(" ", button(name, name, cited, file));
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

  // A report is begun with the path within the briefing, until its link is followed.
  function report(link) {
    if (!link) return;
    link.href = link.href.replace(encodeURIComponent(link.dataset.path), encodeURIComponent(whole(link.dataset.path)));
    delete link.dataset.path;
  }

  // The same citation with the whole address in the place of the path within the briefing.
  function addressed(text, form = "", ofArticle = false) {
    if (!root) return text;
    const forms = { bib: inBibtex, ris: inRis, json: inJson };
    return form ? forms[form](text, ofArticle) : inSentence(text);
  }

  function inSentence(text) {
    const [path, words] = pathIn(text, foot.dataset.within);
    const at = foot.dataset.at.replace("{url}", whole(path));
    return words ? text.replace(words, () => at) : text.replace(/\.$/, () => `${at}.`);
  }

  function inJson(text, ofArticle) {
    const items = JSON.parse(text).map(({ note, ...item }) => {
      const [left, url] = settled(note ?? "", ofArticle);
      return { ...item, ...(url && { URL: url }), ...(left && { note: left }) };
    });
    return JSON.stringify(items, null, 1);
  }

  function inRis(text, ofArticle) {
    const [end] = text.match(/\r?\n/);
    const lines = text.trim().split(end);
    const note = lines.find((line) => line.startsWith("N1  - ")) ?? "";
    const [left, url] = settled(note.slice(6), ofArticle);
    const kept = lines.filter((line) => line !== note && line.trim() !== "ER  -");
    return [...kept, ...(url ? [`UR  - ${url}`] : []), ...(left ? [`N1  - ${left}`] : []), "ER  - ", ""].join(end);
  }

  function inBibtex(text, ofArticle) {
    const [head, ...fields] = text.trim().replace(/,?\n\}$/, "").split(/,?\n(?= {4}\w+ = ")/);
    const note = fields.find((field) => field.startsWith('    note = "')) ?? "";
    const plain = note.slice(12, -1).replace(/\\([#_&%$])/g, "$1");
    const [left, url] = settled(plain, ofArticle);
    const kept = fields.filter((field) => field !== note);
    if (url) kept.push(`    url = "${url}"`);
    if (left) kept.push(`    note = "${left.replace(/[#_&%$]/g, "\\$&")}"`);
    return `${[head, ...kept].join(",\n")}\n}`;
  }

  // A note without the path in it, and the address; that of an article is another, so its page stays in the note.
  function settled(note, ofArticle) {
    const [path, words] = pathIn(note, foot.dataset.path);
    const url = whole(path);
    if (ofArticle) return [note.replace(words, () => foot.dataset.there.replace("{url}", url)), ""];
    return [note.replace(words, "").trim(), url];
  }

  // The path that stands in a text, and the words that tell it, such as “within it at articles/oslo.html”.
  function pathIn(text, words) {
    const [before, after] = words.split(PATH);
    const from = text.indexOf(before);
    if (from < 0) return ["", ""];
    const [path] = text.slice(from + before.length).match(/^[\w./-]+(#[\w-]+)?/) ?? [""];
    const own = path.replace(/\.$/, "");
    return [own, before + own + after];
  }

  function whole(path) {
    return new URL(path || ".", root).href;
  }

  function textOf(words) {
    const own = words.cloneNode(true);
    own.querySelectorAll("button").forEach((made) => made.remove());
    return own.textContent.replaceAll("\u00a0", " ").trim();
  }
})();
