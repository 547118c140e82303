// The desk of `briefbook serve`; never part of the site. Whatever comes from an article or a file is set as text.
(() => {
  "use strict";
  const token = new URLSearchParams(location.search).get("token") || "";
  const $ = (id) => document.getElementById(id);
  const main = $("desk");
  const SIGNS = { proved: "✓", refuted: "✕", cannot: "?", flagged: "⚑", draft: "✎" };
  const NAMES = {
    proved: "Proved", refuted: "Refuted", cannot: "Not yet proved", flagged: "Read again", draft: "Draft",
  };
  const REASONS = ["headline", "caption", "links to other articles", "newsletter box", "no checkable statement"];
  const desk = {
    view: null, // the article that is shown, or null on the first page
    home: null,
    fact: "", // the id of the current fact
    caret: null, // {p, w, from}: paragraph, word, and where the selection began
    form: null, // {kind, id, node}: the form that is open
    typed: {}, // what was typed and not saved, by form and fact
    dropping: "",
    reading: false,
    news: null,
    busy: false,
    pointer: "", // where it was last
    hovered: "", // the id of the fact that the pointer was moved to
  };

  // -- building ------------------------------------------------------------------------------------------------------

  function make(tag, about = {}, ...children) {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(about)) {
      if (value === undefined || value === false) continue;
      if (name === "on") for (const [event, act] of Object.entries(value)) node.addEventListener(event, act);
      else if (name === "class") node.className = value;
      else node.setAttribute(name, value === true ? "" : value);
    }
    node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
    return node;
  }

  function key(name) {
    return make("kbd", {}, name);
  }

  function plural(number, one, many) {
    return `${number} ${number === 1 ? one : many || `${one}s`}`;
  }

  function say(text) {
    $("said").replaceChildren();
    $("said").textContent = text;
  }

  function complain(text) {
    $("wrong").hidden = !text;
    $("wrong").textContent = text;
  }

  // -- asking the server ---------------------------------------------------------------------------------------------

  async function ask(path, order) {
    const headers = { "X-Briefbook-Desk": token };
    if (order) headers["Content-Type"] = "application/json";
    let answer;
    try {
      answer = await fetch(`/_briefbook/desk/${path}`, {
        method: order ? "POST" : "GET", headers, body: order && JSON.stringify(order), cache: "no-store",
      });
    } catch {
      throw new Error("The server does not answer: is `briefbook serve` still running?");
    }
    const told = await answer.json();
    const since = answer.headers.get("X-Briefbook-Since");
    if (answer.ok) return { told, since };
    throw Object.assign(new Error(told.refused), { status: answer.status, since });
  }

  function listen(since) {
    if (desk.news) desk.news.close();
    const news = new EventSource(`/_briefbook/events?page=${encodeURIComponent("/_briefbook/desk/")}&since=${since}`);
    news.addEventListener("reload", () => {
      news.close();
      look();
    });
    desk.news = news;
  }

  // A part of an address as it was before it was written there; one that anybody typed stands for itself.
  function decoded(part) {
    try {
      return decodeURIComponent(part);
    } catch {
      return part;
    }
  }

  async function look() {
    const [id, wanted] = location.hash.replace(/^#\/?/, "").split("/").map(decoded);
    try {
      const { told, since } = await ask(id ? `article?id=${encodeURIComponent(id)}` : "articles");
      listen(since);
      complain("");
      if (id) showArticle(told, wanted);
      else showHome(told);
    } catch (error) {
      complain(error.message);
      if (error.since) listen(error.since); // content that cannot be read now is looked at when it changes
    }
  }

  // Sends an order; what is refused of a form is told in it, all else above.
  async function order(fields, done, told = complain) {
    if (desk.busy || !desk.view) return false;
    desk.busy = true;
    const was = fields.id && fact(fields.id) ? fact(fields.id).source : "";
    complain("");
    try {
      const whole = { article: desk.view.id, version: desk.view.version, ...fields };
      const { told: { told: also, undo, ...view } } = await ask("write", whole);
      if (done) done(view);
      showArticle(view);
      note(fields, undo, was);
      if (also.length) complain(`Written. Elsewhere this is wrong now:\n${also.join("\n")}`);
      return true;
    } catch (error) {
      (error.status === 422 ? told : complain)(error.message);
      say("Nothing was written.");
      if (error.status === 409) await refresh();
      return false;
    } finally {
      desk.busy = false;
    }
  }

  async function refresh() {
    const { told } = await ask(`article?id=${encodeURIComponent(desk.view.id)}`);
    showArticle(told);
  }

  const DONE = {
    skeleton: "Draft made", word: "Saved", accept: "Accepted", drop: "Dropped", settle: "Settled", point: "Pointed",
    sign: "Signed", unsign: "Taken back", passage: "Passage changed", rewrite: "Lines written", skip: "Skipped", unskip: "Skipped no longer",
  };

  function note(fields, undo, was) {
    const what = fields.id || (fields.facts && fields.facts.join(", ")) || (fields.paragraph && `paragraph ${fields.paragraph}`) || `paragraph ${fields.first}`;
    say(`${DONE[fields.do]}: ${what}. ${undo.replaceAll("`", "")}.`);
    const line = make("li", {}, `${DONE[fields.do]}: ${what}`);
    if (fields.do === "drop") line.append(make("pre", {}, was));
    $("written").hidden = false;
    $("written").querySelector("ol").prepend(line);
  }

  // -- the first page ------------------------------------------------------------------------------------------------

  const COLUMNS = [
    ["drafts", "Drafts"], ["flags", "To read again"], ["problems", "Problems"], ["sentences", "Open sentences"],
    ["facts", "Facts"], ["signed", "Signed"],
  ];

  function showHome(home) {
    if (desk.view === null && JSON.stringify(home) === JSON.stringify(desk.home)) return;
    const at = document.activeElement && document.activeElement.getAttribute("href");
    const came = desk.view ? desk.view.id : decoded((at || "").replace("#/", ""));
    Object.assign(desk, { view: null, home, form: null, caret: null, fact: "" });
    document.title = `Desk – ${home.title}`;
    $("title").textContent = home.title;
    $("count").textContent = "";
    $("about").textContent = `${plural(home.articles.length, "article")}, those with most to do first.`;
    $("reading").hidden = true;
    const head = make("tr", {}, make("th", { scope: "col" }, "Article"),
      ...COLUMNS.map(([, name]) => make("th", { scope: "col" }, name)), make("th", { scope: "col" }, "Second reading"));
    const rows = home.articles.map((entry) => make("tr", {},
      make("th", { scope: "row" }, make("a", { href: `#/${encodeURIComponent(entry.id)}` }, entry.title),
        make("small", {}, entry.id), entry.at_hand === "text" ? "" : make("small", { class: "without" }, hand(entry))),
      ...COLUMNS.map(([field, name]) => make("td", { "data-name": name, class: entry[field] ? "" : "none" },
        String(entry[field]))),
      make("td", { "data-name": "Second reading" }, entry.second_reading || "not yet")));
    main.className = "home";
    const tasks = make("section", { id: "tasks", "aria-labelledby": "tasks-title" },
      make("h2", { id: "tasks-title" }, "What is left to do, the most useful first"));
    main.replaceChildren(make("table", {}, make("thead", {}, head), make("tbody", {}, ...rows)), tasks);
    showTasks(tasks);
    const links = [...main.querySelectorAll("table a")];
    const back = home.articles.findIndex((entry) => entry.id === came);
    (links[Math.max(0, back)] || main).focus();
  }

  const KINDS = {
    drafts: "To be worded", texts: "To be taken in", questions: "Questions without an answer",
    answers: "Answered otherwise by a newer article", names: "To be registered", flags: "To be settled",
    changed: "To be read again", unread: "To be read by somebody else",
  };

  // What `briefbook next` tells, which takes longer than the table: what the desk can open is a link.
  async function showTasks(section) {
    const { told } = await ask("tasks").catch(() => ({ told: { tasks: [] } }));
    if (!section.isConnected) return;
    const kinds = [...new Set(told.tasks.map((task) => task.kind))];
    const opens = (task) => task.article && desk.home.articles.some((entry) => entry.id === task.article);
    section.append(...kinds.flatMap((kind) => [make("h3", {}, KINDS[kind] || kind),
      make("ul", {}, ...told.tasks.filter((task) => task.kind === kind).map((task) => make("li", {}, opens(task)
        ? make("a", { href: `#/${encodeURIComponent(task.article)}${task.facts.length ? `/${encodeURIComponent(task.facts[0])}` : ""}` }, ...rich(task.what))
        : make("span", {}, ...rich(task.what), " ", make("code", {}, task.command)))))]));
    if (!kinds.length) section.append(make("p", {}, "Nothing is left to do."));
  }

  function hand(entry) {
    return entry.at_hand === "lock" ? "only its lock is at hand" : "neither text nor lock";
  }

  // -- an article ----------------------------------------------------------------------------------------------------

  function showArticle(view, wanted) {
    const same = desk.view && desk.view.id === view.id;
    if (same && JSON.stringify(view) === JSON.stringify(desk.view)) return;
    const kept = same ? keep() : null;
    if (!same) Object.assign(desk, { form: null, caret: null, fact: wanted || "", home: null, dropping: "" });
    desk.view = view;
    if (!view.facts.some((fact) => fact.id === desk.fact)) desk.fact = nearest(kept);
    document.title = `${view.title} – Desk`;
    $("title").textContent = view.title;
    $("about").textContent = [
      view.path, `published ${view.published}`, view.quoted,
      view.curation === "open" ? "curation is open" : "curated completely",
      view.second_reading ? `read again ${view.second_reading}` : "no second reading yet",
    ].join(" · ");
    $("reading").hidden = false;
    draw();
    restore(kept);
  }

  function draw() {
    const left = todo().length;
    const kinds = desk.reading ? ["fact to read", "facts to read"] : ["thing to do", "things to do"];
    $("count").textContent = left ? plural(left, ...kinds) : desk.reading ? "all is read" : "nothing to do";
    main.className = "article";
    main.replaceChildren(textPane(desk.view), factPane(desk.view));
  }

  function nearest(kept) {
    const facts = listed();
    return facts.length ? facts[Math.min(kept ? kept.at : 0, facts.length - 1)].id : "";
  }

  // What the reader was at is there again after the page was made anew: places, the form, and what is typed in it.
  function keep() {
    const at = document.activeElement;
    const facts = listed();
    return {
      at: Math.max(0, facts.findIndex((fact) => fact.id === desk.fact)),
      where: at && at.closest ? (at.closest("#text") ? "text" : at.closest("form.edit") ? "form"
        : at.closest("#facts") ? "facts" : "") : "",
      field: at, range: at && "selectionStart" in at ? [at.selectionStart, at.selectionEnd] : null,
      scroll: [...document.querySelectorAll(".pane")].map((pane) => pane.scrollTop),
    };
  }

  function restore(kept) {
    document.querySelectorAll(".pane").forEach((pane, n) => { if (kept) pane.scrollTop = kept.scroll[n] || 0; });
    light();
    if (!kept) {
      const card = current();
      (card || $("text")).focus({ preventScroll: true });
      return;
    }
    if (kept.where === "form" && desk.form && desk.form.node.contains(kept.field)) {
      kept.field.focus();
      if (kept.range) kept.field.setSelectionRange(...kept.range);
    } else if (kept.where === "text") $("text").focus({ preventScroll: true });
    else if (kept.where === "facts" || kept.where === "form") focusFact(false);
  }

  function listed() {
    const facts = desk.view.facts;
    if (!desk.reading) return facts;
    return facts.filter((one) => one.reading).sort((one, other) => one.reading.place - other.reading.place);
  }

  function fact(id = desk.fact) {
    return desk.view.facts.find((one) => one.id === id);
  }

  // -- the text ------------------------------------------------------------------------------------------------------

  function textPane(view) {
    const pane = make("section", { class: "pane", "aria-labelledby": "text-title" },
      make("h2", { id: "text-title" }, "Article"));
    if (view.at_hand !== "text") {
      pane.append(make("p", { class: "notice" }, view.at_hand === "lock"
        ? `Only the lock is at hand: what it knows of each sentence is shown. Put the text at texts/${view.id}.txt to read it, and to take words from it.`
        : `There is neither a text nor a lock. Put the text at texts/${view.id}.txt.`));
    }
    const text = make("div", {
      id: "text", tabindex: "0", role: "application", lang: view.language, class: view.at_hand,
      "aria-label": "Text of the article. Arrow keys move by word and sentence, with Shift they select, Enter makes a draft.",
      on: { keydown: textKeys, mouseup: pointed, focus: () => { if (!desk.caret) place(start()); } },
    }, ...view.paragraphs.map(paragraph));
    pane.append(text);
    return pane;
  }

  function paragraph(one) {
    const node = make("p", { class: `p ${one.state}`, "data-p": one.number },
      make("span", { class: "number" }, String(one.number)));
    if (one.state === "skipped") node.append(make("span", { class: "because" }, `skipped: ${one.because}`));
    one.sentences.forEach((sentence) => {
      if (sentence.known) {
        const marks = marksOf(one.number, sentence.first, sentence.last);
        node.append(sign(one, sentence), make("span", { class: `known ${marks}`, "data-w": sentence.first },
          `sentence ${sentence.number}: ${sentence.known}`), " ");
      } else if (one.words.length) wordsOf(node, one, sentence);
    });
    node.append(one.tail);
    return node;
  }

  // Marks a sentence that no fact comes from, and tells one of which there is a draft from one of which there is none.
  function sign(one, sentence) {
    if (!sentence.is_open) return "";
    const drafted = factsAt(one.number, sentence.first, sentence.last).length;
    return make("span", { class: "open-sign" }, make("span", { "aria-hidden": "true" }, drafted ? "◌" : "○"),
      make("span", { class: "unseen" }, drafted ? " Only a draft comes from: " : " No fact comes from: "));
  }

  // The words of a sentence; those that are marked alike stand in one element, so that their line is one.
  function wordsOf(node, one, sentence) {
    let group = node;
    let marks = "";
    for (let w = sentence.first; w <= sentence.last; w += 1) {
      const [gap, letters] = one.words[w];
      const mine = marksOf(one.number, w, w);
      const joined = w > sentence.first && mine && mine === marks && marksOf(one.number, w - 1, w, true) === mine;
      if (w === sentence.first) {
        const [, closing, opening] = gap.match(/^(.*?\s|)(\S*)$/s);
        node.append(closing, sign(one, sentence), opening);
      } else (joined ? group : node).append(make("span", { "data-gap": w }, gap));
      if (!joined) {
        group = mine ? make("span", { class: mine }) : node;
        if (mine) node.append(group);
      }
      marks = mine;
      group.append(make("span", { class: "w", "data-w": w }, letters));
    }
  }

  const STRONGEST = ["refuted", "flagged", "cannot", "proved", "draft"];

  function factsAt(p, first, last, both) {
    return desk.view.facts.filter((one) => one.runs.some((run) => run.paragraph === p
      && (both ? run.first <= first && last <= run.last : run.first <= last && first <= run.last)));
  }

  function marksOf(p, first, last, both) {
    const states = factsAt(p, first, last, both).map((one) => one.state);
    const strongest = STRONGEST.find((state) => states.includes(state));
    return strongest ? `in-${strongest}` : "";
  }

  // Lights the words of the current fact, the selection and the caret, and the facts that the caret's word belongs to.
  function light(hovered) {
    const shown = hovered || desk.fact;
    const runs = (desk.view && fact(shown) ? fact(shown).runs : []);
    const chosen = selection();
    document.querySelectorAll("#text .p").forEach((node) => {
      const p = Number(node.dataset.p);
      node.querySelectorAll("[data-w], [data-gap]").forEach((one) => {
        const gap = one.dataset.gap !== undefined;
        const w = Number(gap ? one.dataset.gap : one.dataset.w);
        const within = (run) => run.paragraph === p && (gap ? run.first < w : run.first <= w) && w <= run.last;
        one.classList.toggle("lit", runs.some(within));
        one.classList.toggle("chosen", Boolean(chosen) && within(chosen));
        one.classList.toggle("caret", !gap && Boolean(desk.caret) && desk.caret.p === p && desk.caret.w === w);
      });
    });
    const here = desk.caret && document.activeElement === $("text")
      ? factsAt(desk.caret.p, desk.caret.w, desk.caret.w).map((one) => one.id) : [];
    document.querySelectorAll("#facts > li").forEach((card) => {
      card.classList.toggle("lit", here.includes(card.dataset.id));
    });
  }

  function selection() {
    const { caret } = desk;
    if (!caret || caret.from === null) return null;
    return { paragraph: caret.p, first: Math.min(caret.from, caret.w), last: Math.max(caret.from, caret.w) };
  }

  function words(p) {
    const one = desk.view.paragraphs[p - 1];
    return one ? one.words.length : 0;
  }

  function start() {
    const run = fact() && fact().runs[0];
    if (run) return { p: run.paragraph, w: run.first };
    const open = desk.view.paragraphs.find((one) => one.state !== "skipped" && one.words.length);
    const any = open || desk.view.paragraphs.find((one) => one.words.length);
    return any ? { p: any.number, w: 0 } : null;
  }

  function place(spot, extend) {
    if (!spot || !words(spot.p)) return;
    const was = desk.caret;
    const within = extend && was && was.p === spot.p;
    desk.caret = { ...spot, from: within ? (was.from === null ? was.w : was.from) : null };
    light();
    const node = document.querySelector(`.p[data-p="${spot.p}"] [data-w="${spot.w}"]`);
    if (node) node.scrollIntoView({ block: "nearest" });
    tell(was);
  }

  function tell(was) {
    const { p, w } = desk.caret;
    const one = desk.view.paragraphs[p - 1];
    const chosen = selection();
    if (chosen) say(`${plural(chosen.last - chosen.first + 1, "word")}: ${wording(p, chosen.first, chosen.last)}`);
    else if (!was || was.p !== p || sentenceOf(p, was.w) !== sentenceOf(p, w)) {
      const sentence = sentenceOf(p, w);
      const on = factsAt(p, sentence.first, sentence.last).map((each) => each.id);
      const covered = one.state === "skipped" ? `skipped: ${one.because}` : on.join(", ") || "no fact";
      say(`Paragraph ${p}, sentence ${sentence.number}, ${covered}.`);
    } else say(one.words[w][1]);
  }

  function wording(p, first, last) {
    const all = desk.view.paragraphs[p - 1].words;
    return all.slice(first, last + 1).map(([gap, letters], n) => (n ? gap : "") + letters).join("");
  }

  function sentenceOf(p, w) {
    return desk.view.paragraphs[p - 1].sentences.find((one) => one.first <= w && w <= one.last);
  }

  // The spot a key leads to; with Shift it stays in its paragraph, for a passage does.
  function moved(name, { p, w }, extend) {
    const one = desk.view.paragraphs[p - 1];
    const sentence = sentenceOf(p, w);
    const end = one.words.length - 1;
    if (name === "ArrowRight") return w < end ? { p, w: w + 1 } : extend ? null : neighbour(p, 1, 0);
    if (name === "ArrowLeft") return w > 0 ? { p, w: w - 1 } : extend ? null : neighbour(p, -1, -1);
    if (name === "Home") return { p, w: sentence.first };
    if (name === "End") return { p, w: sentence.last };
    if (name === "ArrowDown") {
      if (extend) return { p, w: w < sentence.last ? sentence.last : Math.min(end, (sentenceOf(p, w + 1) || sentence).last) };
      return sentence.last < end ? { p, w: sentence.last + 1 } : neighbour(p, 1, 0);
    }
    if (name === "ArrowUp") {
      if (w > sentence.first) return { p, w: sentence.first };
      if (sentence.first > 0) return { p, w: sentenceOf(p, sentence.first - 1).first };
      return extend ? null : neighbour(p, -1, "last");
    }
    if (name === "PageDown") return extend ? { p, w: end } : neighbour(p, 1, 0);
    if (name === "PageUp") return extend ? { p, w: 0 } : neighbour(p, -1, 0);
    return undefined;
  }

  function neighbour(p, step, w) {
    for (let n = p + step; n >= 1 && n <= desk.view.paragraphs.length; n += step) {
      const one = desk.view.paragraphs[n - 1];
      if (!one.words.length) continue;
      if (w === "last") return { p: n, w: one.sentences[one.sentences.length - 1].first };
      return { p: n, w: w < 0 ? one.words.length - 1 : w };
    }
    return null;
  }

  function textKeys(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target !== $("text") || !desk.caret) return;
    const spot = moved(event.key, desk.caret, event.shiftKey);
    if (spot !== undefined) {
      event.preventDefault();
      if (spot) place(spot, event.shiftKey);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (selection()) skeleton();
      else toFactHere();
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (selection()) place({ p: desk.caret.p, w: desk.caret.w });
      else focusFact(true);
    }
  }

  function toFactHere() {
    const [first] = factsAt(desk.caret.p, desk.caret.w, desk.caret.w);
    if (first) choose(first.id);
    else say("No fact comes from this word: select words with Shift, and press Enter.");
  }

  // The words that a pointer has selected; a click alone goes to the fact of its word.
  function pointed() {
    const chosen = getSelection();
    if (!chosen || !chosen.rangeCount) return;
    const range = chosen.getRangeAt(0);
    const nodes = [...document.querySelectorAll("#text .w")].filter((node) => range.intersectsNode(node)
      && !(range.startContainer === node.firstChild && range.startOffset === node.firstChild.length)
      && !(range.endContainer === node.firstChild && range.endOffset === 0));
    if (!nodes.length) return;
    const [p, last] = [nodes[0], nodes[nodes.length - 1]].map((node) => Number(node.closest(".p").dataset.p));
    const [from, w] = [nodes[0], nodes[nodes.length - 1]].map((node) => Number(node.dataset.w));
    if (chosen.isCollapsed) {
      desk.caret = { p, w: from, from: null };
      const [first] = factsAt(p, from, from);
      if (first) {
        desk.fact = first.id;
        cards();
      }
    } else if (p !== last) {
      say("A passage stands in one paragraph.");
      return;
    } else {
      desk.caret = { p, w, from };
      chosen.removeAllRanges();
      say(`${plural(w - from + 1, "word")}: ${wording(p, from, w)} – Enter makes a draft, p the passage of ${desk.fact}.`);
    }
    light();
  }

  // -- the facts -----------------------------------------------------------------------------------------------------

  function factPane(view) {
    const pane = make("section", { class: "pane", "aria-labelledby": "facts-title" },
      make("h2", { id: "facts-title" }, desk.reading ? "Review" : "Facts"));
    if (view.problems.length) {
      pane.append(make("div", { class: "notice" }, make("h3", {}, "Of the article"), problems(view.problems)));
    }
    if (desk.form && desk.form.kind === "skip") pane.append(desk.form.node);
    if (!listed().length) {
      pane.append(make("p", { class: "notice" }, "No fact yet. Press t for the text, select words with Shift and the arrow keys, and press Enter."));
    }
    pane.append(make("ol", { id: "facts" }, ...listed().map(card)));
    return pane;
  }

  function card(one) {
    const is = one.id === desk.fact;
    const state = NAMES[one.state] || one.state;
    const node = make("li", {
      class: `fact is-${one.state}`, "data-id": one.id, tabindex: is ? "0" : "-1", "aria-current": is ? "true" : undefined,
      "aria-label": `${state}: ${one.say || "not yet worded"}`,
      on: {
        focus: () => { if (desk.fact !== one.id) { desk.fact = one.id; cards(); light(); } },
        click: (event) => { if (!event.target.closest("button, a, form, summary, textarea, input")) choose(one.id); },
        mousemove: (event) => { if (isMoved(event) && desk.hovered !== one.id) hover(one.id); },
        mouseleave: () => hover(""),
      },
    });
    const marks = one.problems.filter((problem) => problem.code !== "READ-AGAIN" || !one.sentences.length);
    node.append(make("p", { class: "state" },
      make("span", { class: "sign", "aria-hidden": "true" }, SIGNS[one.state] || "†"), ` ${state}`,
      one.state === "proved" && !desk.reading ? ` · ${plural(one.proved, "check")}` : "",
      desk.reading && one.reading.need !== "flagged" ? ` · ${read(one.reading)}` : "",
      one.is_draft && one.say ? (one.problems.length ? " · not yet right" : " · can be accepted") : "",
      make("code", {}, one.id)));
    const whole = one.sentences.length && (desk.reading || one.marks.length);
    if (!one.say) node.append(make("p", { class: "say waits" }, "Not yet worded."));
    else if (!whole) node.append(make("p", { class: "say" }, one.say));
    if (whole) node.append(both(one));
    else one.passages.forEach((passage, n) => node.append(make("blockquote", {},
      one.runs[n] ? make("span", { class: "number" }, `¶ ${one.runs[n].paragraph}`) : "", ` ${passage}`)));
    if (one.fields.length) {
      node.append(make("dl", { class: "fields" }, ...one.fields.filter(([, value]) => value).map(([name, value]) => make("div", {},
        make("dt", {}, name), make("dd", {}, value)))));
    }
    if (marks.length) node.append(problems(marks, one.id));
    if (is && one.hints.length) {
      node.append(make("ul", { class: "hints", "aria-label": "Comments in the file" }, ...one.hints.map((hint) => make("li", {}, hint))));
    }
    if (is && one.state in SIGNS) node.append(actions(one));
    if (desk.form && desk.form.id === one.id && desk.form.kind !== "skip") node.append(desk.form.node);
    return node;
  }

  function read(reading) {
    if (reading.need === "signed") return `read ${reading.day}`;
    return reading.need === "changed" ? `changed since it was read ${reading.day}` : "not read yet";
  }

  // What a fact said when somebody signed it, beside what it says now.
  function changes(reading) {
    if (!reading.changes.length) {
      return reading.rests_otherwise ? make("p", {}, "It rests on other words, or its speaker, day or answers are others.") : "";
    }
    const tags = { gone: "del", new: "ins", same: "span" };
    return make("p", {}, make("strong", {}, "Changed: "),
      ...reading.changes.flatMap(([how, text]) => [make(tags[how], {}, text), " "]));
  }

  // A page that is made anew under a pointer that rests is nothing that the pointer did.
  function isMoved(event) {
    const at = `${event.screenX} ${event.screenY}`;
    const moved = at !== desk.pointer;
    desk.pointer = at;
    return moved;
  }

  // The whole sentences that passages of a fact touch, the passages marked.
  function whole(one) {
    return desk.view.paragraphs.flatMap((each) => each.sentences
      .filter((sentence) => one.runs.some((run) => touches(run, each.number, sentence.first, sentence.last)))
      .flatMap((sentence) => [...sentenceNodes(one, each, sentence), " "]));
  }

  function touches(run, p, first, last) {
    return run.paragraph === p && run.first <= last && first <= run.last;
  }

  function sentenceNodes(one, { number, words: all, tail }, { first, last }) {
    const nodes = [];
    for (let w = first; w <= last; w += 1) {
      const [gap, letters] = all[w];
      const run = one.runs.find((each) => touches(each, number, w, w));
      const before = w === first ? gap.match(/\S*$/)[0] : gap;
      if (run && run.first < w && nodes.length) nodes[nodes.length - 1].append(before, letters);
      else nodes.push(before, run ? make("mark", {}, letters) : letters);
    }
    const after = last + 1 < all.length ? all[last + 1][0].match(/^(.*?)(?:\s|$)/s)[1] : tail;
    return [...nodes, after];
  }

  function hover(id) {
    desk.hovered = id;
    light(id);
  }

  function both(one) {
    const told = one.problems.filter((problem) => problem.code === "READ-AGAIN").map((problem) => short(problem, one.id));
    return make("div", { class: "both" },
      make("p", {}, make("strong", {}, "We say: "), one.say || "–"),
      make("p", { lang: desk.view.language }, make("strong", {}, "The article: "), ...whole(one)),
      one.marks.length ? make("p", { class: "marks" }, make("strong", {}, `Read again: ${one.marks.join(", ")}. `),
        ...told.flatMap(rich)) : "",
      one.agreed.length ? make("p", {}, make("strong", {}, "Agreed: "), one.agreed.join(", ")) : "",
      desk.reading ? changes(one.reading) : "");
  }

  function problems(found, id) {
    return make("ul", { class: "problems" }, ...found.map((problem) => make("li", {
      class: problem.is_warning ? "warning" : "error",
    }, make("code", {}, problem.code), " ", ...rich(short(problem, id)),
    problem.remedy ? make("span", { class: "remedy" }, " – ", ...rich(problem.remedy)) : "",
    id && pointers([problem]).length ? make("button", { type: "button", on: { click: () => point(id, [problem]) } }, "Point there") : "")));
  }

  // The paragraphs that remedies offer to point to, each with who is named there.
  function pointers(found) {
    return found.map((problem) => problem.remedy.match(/`named: \{([a-z0-9-]+): ([0-9]+)\}`/)).filter(Boolean)
      .map(([, who, paragraph]) => [who, Number(paragraph)]);
  }

  async function point(id, found) {
    const named = pointers(found);
    if (!named.length) return say("Nothing offers a paragraph to point to.");
    const done = await order({ do: "point", id, named: Object.fromEntries(named) });
    if (!done || !desk.form || !desk.form.judge) return done && focusFact(true);
    desk.form.node.querySelector("textarea").focus();
    return desk.form.judge();
  }

  // What is wrong, without what the card shows already: the id of the fact, and both sentences.
  function short(problem, id) {
    const what = problem.what.startsWith(`${id}: `) ? problem.what.slice(id.length + 2) : problem.what;
    return problem.code === "READ-AGAIN" ? what.split("; we say: ")[0] : what;
  }

  // What stands between backticks is set as code.
  function rich(text) {
    return text.split("`").map((part, n) => (n % 2 ? make("code", {}, part) : part));
  }

  function refusal(why) {
    return make("div", { class: "refused" }, make("p", { class: "error" }, "Not written:"),
      make("ul", { class: "problems" }, ...why.split("\n").map((line) => make("li", { class: "error" }, ...rich(line)))));
  }

  function button(name, letter, act) {
    return make("button", { type: "button", tabindex: "0", on: { click: act } }, `${name} `, key(letter));
  }

  function actions(one) {
    const shown = [button("Word", "w", wordIt)];
    if (one.is_draft) shown.push(button("Accept", "a", accept), button(desk.dropping === one.id ? "Drop it for good" : "Drop", "d", drop));
    if (one.marks.length) shown.push(button("Settle", "g", settle));
    shown.push(button("Edit lines", "e", rewrite));
    if (one.reading && desk.reading) shown.push(button(one.reading.need === "signed" ? "Take back" : "Sign as read", "y", signIt));
    return make("div", { class: "actions", role: "group", "aria-label": `Fact ${one.id}` }, ...shown);
  }

  function current() {
    return desk.fact ? document.querySelector(`#facts > li[data-id="${CSS.escape(desk.fact)}"]`) : null;
  }

  // Makes the cards anew, where only which is current has changed.
  function cards() {
    const within = document.activeElement && document.activeElement.closest("#facts");
    const list = $("facts");
    if (!list) return;
    list.replaceChildren(...listed().map(card));
    if (within && current() && !desk.form) current().focus({ preventScroll: true });
  }

  function focusFact(scroll) {
    const node = current();
    if (!node) return;
    node.focus({ preventScroll: true });
    if (scroll) node.scrollIntoView({ block: "nearest" });
  }

  function choose(id) {
    const leaves = desk.fact !== id;
    if (leaves) desk.dropping = "";
    desk.fact = id;
    cards();
    focusFact(true);
    light();
    const lit = document.querySelector("#text .lit");
    if (lit) lit.scrollIntoView({ block: "nearest" });
  }

  function step(by) {
    if (!desk.view) return stepRow(by);
    const facts = listed();
    if (!facts.length) return undefined;
    const at = facts.findIndex((one) => one.id === desk.fact);
    return choose(facts[Math.min(facts.length - 1, Math.max(0, at + by))].id);
  }

  function stepRow(by) {
    const links = [...main.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const link = links[Math.min(links.length - 1, Math.max(0, at + by))];
    if (link) link.focus();
  }

  // What is left to do: flags and what is refuted, drafts, then sentences that no fact comes from.
  function todo() {
    const facts = desk.view.facts;
    if (desk.reading) return listed().filter((one) => one.reading.need !== "signed").map((one) => one.id);
    const wrong = facts.filter((one) => ["flagged", "refuted", "cannot"].includes(one.state));
    const drafts = facts.filter((one) => one.is_draft);
    const open = desk.view.paragraphs.flatMap((one) => one.sentences
      .filter((each) => each.is_open && !factsAt(one.number, each.first, each.last).length)
      .map((each) => ({ p: one.number, w: each.first })));
    return [...wrong.map((one) => one.id), ...drafts.map((one) => one.id), ...open];
  }

  function next() {
    if (!desk.view) return stepRow(1);
    const left = todo();
    if (!left.length) return say("Nothing is left to do in this article.");
    const inText = document.activeElement === $("text") && desk.caret;
    const at = left.findIndex((one) => (typeof one === "string" ? !inText && one === desk.fact
      : inText && one.p === desk.caret.p && one.w === desk.caret.w));
    const one = left[(at + 1) % left.length];
    if (typeof one === "string") return choose(one);
    desk.caret = null;
    place(one);
    return $("text").focus();
  }

  // -- what keys do --------------------------------------------------------------------------------------------------

  function skeleton() {
    const chosen = selection();
    if (!chosen) return say("Select words first: Shift with the arrow keys.");
    const known = new Set(desk.view.facts.map((one) => one.id));
    return order({ do: "skeleton", ...chosen }, (view) => {
      desk.caret = { ...desk.caret, from: null };
      desk.fact = view.facts.find((one) => !known.has(one.id)).id;
    }).then((done) => { if (done) { choose(desk.fact); wordIt(); } });
  }

  function passage(more) {
    const chosen = selection();
    if (!chosen || !fact()) return say("Select words first: Shift with the arrow keys.");
    return order({ do: "passage", id: desk.fact, ...chosen, more }, () => { desk.caret = { ...desk.caret, from: null }; })
      .then((done) => { if (done) choose(desk.fact); });
  }

  function accept() {
    if (!fact() || !fact().is_draft) return say("Only a draft is accepted.");
    if (!fact().say) return wordIt();
    return order({ do: "accept", id: desk.fact }).then(() => focusFact(true));
  }

  function drop() {
    const one = fact();
    if (!one || !one.is_draft) return say("Only a draft is dropped. A fact that no longer stands leaves a tombstone.");
    const typed = desk.typed[`word ${one.id}`];
    if ((one.say || (typed && typed.say.trim())) && desk.dropping !== one.id) {
      desk.dropping = one.id;
      cards();
      focusFact(true);
      return say("This draft has words. Press d once more to drop it.");
    }
    desk.dropping = "";
    return order({ do: "drop", id: one.id }).then((done) => {
      if (done) forget(one.id);
      if (desk.fact) choose(desk.fact);
    });
  }

  // A later draft may get the id of one that is gone; what was typed for that one is not its own.
  function forget(id) {
    delete desk.typed[`word ${id}`];
    delete desk.typed[`lines ${id}`];
  }

  function open(kind, id, node, judge) {
    desk.form = { kind, id, node, judge };
    if (kind === "skip") {
      document.querySelector("#facts").before(node);
    } else cards();
    node.querySelector("textarea, input").focus();
    node.scrollIntoView({ block: "nearest" });
  }

  function shut() {
    if (!desk.form) return;
    const { kind, node } = desk.form;
    desk.form = null;
    node.remove();
    if (kind === "skip") $("text").focus();
    else {
      cards();
      focusFact(true);
    }
  }

  function form(kind, id, parts, save, judge) {
    const node = make("form", { class: "edit", on: {
      submit: (event) => { event.preventDefault(); save(false); },
      keydown: (event) => {
        if (event.key === "Escape") { event.preventDefault(); event.stopPropagation(); shut(); }
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) { event.preventDefault(); save(true); }
      },
    } }, ...parts);
    open(kind, id, node, judge);
    return node;
  }

  function wordIt() {
    const one = fact();
    if (!one || !(one.state in SIGNS)) return;
    const kept = desk.typed[`word ${one.id}`] || { say: one.say, about: (one.fields.find(([name]) => name === "about") || ["", ""])[1] };
    const found = make("div", { class: "live", role: "status" });
    const field = make("textarea", { rows: "3", maxlength: "2000", id: "say", "aria-describedby": "say-help", on: {
      keydown: (event) => {
        if (event.key === "Enter" && !event.ctrlKey && !event.metaKey && !event.shiftKey) { event.preventDefault(); save(false); }
      },
    } });
    const about = make("input", { id: "say-about", list: "themes", autocomplete: "off", spellcheck: "false" });
    field.value = kept.say;
    about.value = kept.about;
    const fields = () => ({ id: one.id, say: field.value, about: about.value.split(/[\s,]+/).filter(Boolean) });
    let asked = 0; // an answer that comes late tells nothing
    const judge = later(async () => {
      asked += 1;
      const mine = asked;
      if (!field.value.trim()) return found.replaceChildren();
      try {
        const { told } = await ask("check", { do: "word", article: desk.view.id, version: desk.view.version, ...fields() });
        return mine === asked && found.replaceChildren(told.problems.length ? problems(told.problems, one.id)
          : make("p", { class: "fine" }, "Nothing stands against it."));
      } catch (error) {
        return mine === asked && found.replaceChildren(make("p", { class: "error" }, error.message));
      }
    });
    for (const each of [field, about]) {
      each.addEventListener("input", () => {
        desk.typed[`word ${one.id}`] = { say: field.value, about: about.value };
        judge();
      });
    }
    const save = async (accepts) => {
      judge.stop();
      asked += 1;
      const does = accepts && one.is_draft ? "accept" : "word";
      const shown = desk.form;
      desk.form = null;
      const refused = (why) => found.replaceChildren(refusal(why));
      if (await order({ do: does, ...fields() }, null, refused)) {
        delete desk.typed[`word ${one.id}`];
        shown.node.remove();
        cards();
        focusFact(true);
      } else {
        desk.form = shown;
        cards();
        field.focus();
      }
    };
    form("word", one.id, [
      make("label", { for: "say" }, "In our own words"), field,
      make("label", { for: "say-about" }, "About: themes, and who is meant without being named"), about,
      make("datalist", { id: "themes" }, ...desk.view.themes.map(([id, name]) => make("option", { value: id }, name))),
      found,
      make("p", { class: "buttons", id: "say-help" }, make("button", {}, "Save ", key("Enter")),
        one.is_draft ? make("button", { type: "button", on: { click: () => save(true) } }, "Accept ", key("Ctrl+Enter")) : "",
        make("button", { type: "button", on: { click: shut } }, "Leave ", key("Esc"))),
    ], save, judge);
    judge();
  }

  function rewrite() {
    const one = fact();
    if (!one) return;
    if (!one.source) { say("These lines cannot be told from others; change them in an editor."); return; }
    const field = make("textarea", { id: "source", class: "source", spellcheck: "false", maxlength: "20000", rows: String(Math.min(24, one.source.split("\n").length + 2)) });
    field.value = desk.typed[`lines ${one.id}`] || one.source;
    field.addEventListener("input", () => { desk.typed[`lines ${one.id}`] = field.value; });
    const found = make("div", { class: "live", role: "status" });
    const save = async () => {
      const shown = desk.form;
      const refused = (why) => found.replaceChildren(refusal(why));
      const at = desk.view.facts.findIndex((each) => each.id === one.id);
      desk.form = null;
      if (await order({ do: "rewrite", id: one.id, source: field.value }, (view) => { desk.fact = view.facts[at].id; }, refused)) {
        delete desk.typed[`lines ${one.id}`];
        focusFact(true);
      } else {
        desk.form = shown;
        cards();
        field.focus();
      }
    };
    form("lines", one.id, [
      make("label", { for: "source" }, `Its lines of ${desk.view.path}`), field, found,
      make("p", { class: "buttons" }, make("button", {}, "Save ", key("Ctrl+Enter")),
        make("button", { type: "button", on: { click: shut } }, "Leave ", key("Esc"))),
    ], save);
  }

  function settle() {
    const one = fact();
    if (!one || !one.marks.length) { say("Nothing of this fact is to be read again."); return; }
    const boxes = one.marks.map((mark) => {
      const box = make("input", { type: "checkbox", value: mark });
      return [box, make("label", { class: "mark" }, box, ` ${mark}`)];
    });
    const save = async () => {
      const marks = boxes.filter(([box]) => box.checked).map(([box]) => box.value);
      if (!marks.length) { say("Name the marks that say the same all the same."); return; }
      const shown = desk.form;
      desk.form = null;
      if (await order({ do: "settle", id: one.id, marks })) focusFact(true);
      else {
        desk.form = shown;
        cards();
        boxes[0][0].focus();
      }
    };
    form("settle", one.id, [
      make("fieldset", {}, make("legend", {}, "Both say the same, though they differ in"), ...boxes.map(([, label]) => label)),
      make("p", { class: "buttons" }, make("button", {}, "Settle ", key("Enter")),
        make("button", { type: "button", on: { click: shut } }, "Leave ", key("Esc"))),
    ], save);
  }

  // The second reader signs what is as it was read; the next fact that waits comes up.
  function signIt() {
    const one = fact();
    if (!one || !one.reading) return say("Only a fact that stands is signed.");
    if (!desk.reading) return say("Facts are signed in the review: press r.");
    const signed = one.reading.need === "signed";
    return order({ do: signed ? "unsign" : "sign", facts: [one.id] }, (view) => {
      const waiting = view.facts.filter((each) => each.reading && each.reading.need !== "signed");
      const after = waiting.sort((a, b) => a.reading.place - b.reading.place)[0];
      if (!signed && after) desk.fact = after.id;
    }).then((done) => { if (done) choose(desk.fact); });
  }

  function skip() {
    if (!desk.caret) { say("Press t for the text: the paragraph that you are at is skipped."); return; }
    const { p } = desk.caret;
    const one = desk.view.paragraphs[p - 1];
    if (one.state === "facts") { say(`Paragraph ${p} has facts, so it is not skipped.`); return; }
    const field = make("input", { id: "because", list: "reasons", autocomplete: "off", maxlength: "2000" });
    field.value = desk.typed.because || REASONS[0];
    const save = async () => {
      const shown = desk.form;
      desk.form = null;
      desk.typed.because = field.value;
      if (await order({ do: "skip", first: p, last: p, because: field.value })) {
        shown.node.remove();
        $("text").focus();
      } else {
        desk.form = shown;
        field.focus();
      }
    };
    form("skip", "", [
      make("label", { for: "because" }, `Why paragraph ${p} holds no fact`), field,
      make("datalist", { id: "reasons" }, ...REASONS.map((reason) => make("option", { value: reason }))),
      make("p", { class: "buttons" }, make("button", {}, "Skip ", key("Enter")),
        make("button", { type: "button", on: { click: shut } }, "Leave ", key("Esc"))),
    ], save);
    field.select();
  }

  function unskip() {
    const { p } = desk.caret || {};
    const span = p && desk.view.skips.find(([first, last]) => first <= p && p <= last);
    if (!span) return say("Press t for the text, and go to a paragraph that is skipped.");
    return order({ do: "unskip", first: span[0], last: span[1] });
  }

  function later(act) {
    let waiting;
    const begin = () => {
      clearTimeout(waiting);
      waiting = setTimeout(act, 200);
    };
    return Object.assign(begin, { stop: () => clearTimeout(waiting) });
  }

  function toText() {
    if (!desk.view) return;
    const spot = start();
    desk.caret = null;
    $("text").focus();
    if (spot) place(spot);
  }

  function review() {
    if (!desk.view) return;
    desk.reading = !desk.reading;
    $("reading").setAttribute("aria-pressed", String(desk.reading));
    if (!listed().some((one) => one.id === desk.fact)) desk.fact = nearest(null);
    draw();
    focusFact(true);
    light();
  }

  const KEYS = {
    n: next, j: () => step(1), k: () => step(-1), t: toText, r: review, h: () => { location.hash = ""; },
    o: () => (fact() ? point(desk.fact, fact().problems) : undefined), w: wordIt, a: accept, d: drop, e: rewrite, g: settle, y: signIt,
    p: () => passage(false), P: () => passage(true), s: skip, u: unskip, "?": () => $("keys").showModal(),
  };

  const AT_FACTS = { Enter: wordIt, ArrowDown: () => step(1), ArrowUp: () => step(-1) };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented || event.isComposing) return;
    if (event.target.closest("form, dialog") || !$("letters").checked) return;
    const keys = event.target.matches("#facts > li") ? { ...KEYS, ...AT_FACTS } : KEYS;
    if (event.key === "Escape") complain("");
    const act = Object.hasOwn(keys, event.key) && keys[event.key];
    if (!act) return;
    const anywhere = "njh?rt".includes(event.key) || event.key === "k";
    if (!desk.view && !anywhere) return;
    event.preventDefault();
    act();
  });

  document.addEventListener("focusin", () => { if (desk.view) light(); });
  $("next").addEventListener("click", next);
  $("reading").addEventListener("click", review);
  $("help").addEventListener("click", () => $("keys").showModal());
  $("home").addEventListener("click", (event) => { event.preventDefault(); location.hash = ""; });
  try {
    $("letters").checked = localStorage.getItem("briefbook-letters") !== "no";
  } catch { /* a browser that keeps nothing has the keys */ }
  $("letters").addEventListener("change", () => {
    try { localStorage.setItem("briefbook-letters", $("letters").checked ? "yes" : "no"); } catch { /* not kept */ }
  });
  addEventListener("hashchange", look);
  look();
})();
