/* Asks the index of facts and pages. It comes in small scripts, each fetched when a word needs it, so that search runs
   from a folder too, and under any policy that lets a site run its own files. */

window.finding = (() => {
  const ROOT = new URL("..", document.currentScript.src); // of the site, under whatever path it is served
  const UNFOLDED = { "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss", "ς": "σ" };
  const SHORT = 3; // letters of a word that is found as a whole alone
  const LONG = 7; // letters of a word in which one letter may be wrong; in longer ones two
  const NEAREST = 24; // pages that are compared with what was typed
  const GUESSES = 8, OFFERED = 3; // spellings near one that no fact has: how many are counted, and how many told

  const fetched = new Map(), taken = new Map();
  let index;

  /* The start of the index, fetched when it is first asked for; fails where the site has none. */
  async function open() {
    if (index) return index;
    const begun = await part("index");
    index = { ...begun, piece: new RegExp(`[${begun.partly}]+|[^${begun.partly} ]+`, "gu"), inner: new RegExp(`^[${begun.partly}]+$`, "u"), letters: begun.inner };
    return index;
  }

  function part(name) {
    if (!fetched.has(name)) fetched.set(name, new Promise((resolve, reject) => {
      const script = document.createElement("script");
      const failed = () => (fetched.delete(name), reject(new Error(name)));
      script.src = new URL(`search/${name}.js${index ? `?${digest(name)}` : ""}`, ROOT).href;
      script.onload = () => (taken.has(name) ? resolve(taken.get(name)) : failed());
      script.onerror = failed;
      document.head.append(script);
    }));
    return fetched.get(name);
  }

  /* What each script of the index says of itself. Two editions of a site are never mixed: the index knows its scripts. */
  function take(name, from, value) {
    if (name === "index" || from === digest(name)) taken.set(name, value);
  }

  function digest(name) {
    const [kind, number = 0] = name.split("-");
    return index.digests[kind].slice(number * index.digest, (Number(number) + 1) * index.digest);
  }

  /* Letters and digits alone, case and accents folded, as the index was made. */
  function plain(text) {
    if (/^[a-z0-9]*$/.test(text)) return text;
    const acronym = /(?<![\p{L}\p{N}])\p{L}(?:\.\p{L})+(?![\p{L}\p{N}]|\.[\p{L}\p{N}])\.?/gu;
    const whole = text.replace(acronym, (letters) => letters.replaceAll(".", "")).replace(/(?<=[\p{L}\p{N}])['’][sS](?![\p{L}\p{N}])/gu, "");
    const folded = whole.toLowerCase().replace(/./gu, (letter) => UNFOLDED[letter] ?? letter);
    const bare = folded.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const figures = bare.replace(/(?<=\p{Nd})[.,](?=\p{Nd}{3}(?!\p{Nd}))/gu, "").replace(/(?<![\p{Nd}.,])(\p{Nd}+)[.,](\p{Nd}+)(?!\p{Nd}|[.,]\p{Nd})/gu, "$1·$2");
    return figures.replaceAll("%", " percent ").replace(/(?:(?!(?<=\p{Nd})·(?=\p{Nd}))[^\p{L}\p{N}])+/gu, " ").replaceAll("per cent", "percent").trim();
  }

  /* The words of a text, with figures in the place of numbers that are written out. Needs an open index. */
  function words(text) {
    const pieces = plain(text).match(index.piece) ?? [], found = [];
    const { numbers, scales } = index;
    while (pieces.length) {
      let word = pieces.shift();
      if (Object.hasOwn(numbers, word)) {
        const one = numbers[word] >= 20 && Object.hasOwn(numbers, pieces[0]) ? numbers[pieces[0]] : 0;
        word = String(numbers[word] + (one > 0 && one < 10 && pieces.shift() ? one : 0));
      }
      while (Object.hasOwn(scales, pieces[0]) && /^[0-9]{1,6}$/.test(word)) word = String(word * scales[pieces.shift()]);
      found.push(word);
    }
    return found;
  }

  /* A word and its regular plural, or what it is the plural of. */
  function forms(word) {
    if (word.length <= SHORT || !/^[a-z]+$/.test(word)) return [word];
    const others = [`${word}s`];
    if (/([sxzo]|[cs]h)$/.test(word)) others.push(`${word}es`);
    if (word.endsWith("y")) others.push(`${word.slice(0, -1)}ies`);
    if (/[^s]s$/.test(word)) others.push(word.slice(0, -1));
    if (/([sxzo]|[cs]h)es$/.test(word)) others.push(word.slice(0, -2));
    if (word.endsWith("ies")) others.push(`${word.slice(0, -3)}y`);
    return [word, ...others.filter((other) => other.length > SHORT)];
  }

  /* The numbers of those that have a word or a spelling, or one that begins so: those it finds first, and others. */
  async function entries(key, begins) {
    const { starts } = index, found = [];
    const first = Math.max(0, starts.findLastIndex((start) => start <= key));
    for (let n = first; n < starts.length && (n === first || (begins && starts[n].startsWith(key))); n++) {
      const script = await part(`words-${n}`);
      const keys = begins ? Object.keys(script).filter((one) => one.startsWith(key)) : [key];
      found.push(...keys.filter((one) => Object.hasOwn(script, one)).map((one) => script[one]));
    }
    return found;
  }

  /* For each number whether it has the word at this place: 0 if not, 2 where the word finds it first, else 1. The word
     may be part of a registered spelling that was typed whole; the last one may not be finished yet. */
  async function having(typed, place, typing) {
    const asked = [];
    const unfinished = (key, last) => typing && last === typed.length - 1 && key.length > SHORT;
    if (index.inner.test(typed[place])) {
      const { letters } = index, word = typed[place];
      const chunks = Array.from({ length: Math.max(1, word.length - letters + 1) }, (_, at) => word.slice(at, at + letters));
      return (await Promise.all(chunks.map((chunk) => entries(chunk, true)))).map(scored).reduce(least);
    }
    for (const form of forms(typed[place])) asked.push(entries(form, form === typed[place] && unfinished(form, place)));
    for (let first = Math.max(0, place - index.longest + 1); first <= place; first++) {
      for (let last = Math.max(place, first + 1); last < Math.min(typed.length, first + index.longest); last++) {
        const spelling = typed.slice(first, last + 1).join(" ");
        asked.push(entries(spelling, unfinished(spelling, last)));
      }
    }
    return scored((await Promise.all(asked)).flat());
  }

  function scored(lists) {
    const scores = new Uint8Array(index.all);
    for (const [first, also] of lists) {
      for (const number of numbers(first)) scores[number] = 2;
      for (const number of numbers(also)) scores[number] ||= 1;
    }
    return scores;
  }

  function least(one, other) {
    return one.map((score, number) => Math.min(score, other[number]));
  }

  function numbers(steps) {
    let number = 0;
    return steps.map((step) => (number += step));
  }

  /* A score for each number that has all of the words, and which words nothing has. */
  async function matches(text, typing = false) {
    await open();
    const typed = words(text), scores = new Uint16Array(index.all);
    for (const [from, to] of index.ranges) scores.fill(1, from, to);
    const quoted = /^\s*["“”].*["“”]\s*$/su.test(text);
    const each = await Promise.all(typed.map((_, place) => having(typed, place, typing && !quoted && !/\s$/u.test(text))));
    const missing = typed.filter((_, place) => !each[place].some(Boolean));
    for (const [from, to] of index.ranges) for (let number = from; number < to; number++) {
      scores[number] = each.every((one) => one[number]) ? 1 + each.reduce((sum, one) => sum + one[number], 0) : 0;
    }
    if (quoted && typed.length > 1 && !missing.length) await runs(scores, ` ${typed.join(" ")} `);
    const told = new Map(missing.map((word) => [written(text, word), word]));
    return { scores, typed, missing: [...told].map(([as, word]) => ({ as, word })) };
  }

  /* Words in quotation marks stand side by side. */
  async function runs(scores, run) {
    for (const number of scores.keys()) {
      if (!scores[number]) continue;
      const { text, passages = [], names = [] } = await shown(number);
      if (![text, ...passages, ...names].some((one) => ` ${words(one).join(" ")} `.includes(run))) scores[number] = 0;
    }
  }

  function written(text, word) {
    const typed = text.split(/\s+/u).find((one) => words(one).includes(word)) ?? word;
    return typed.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  }

  /* Facts and pages that have all of the words, what fits best first: what is called so, what says it, then what
     matters more. Facts come as numbers. */
  async function find(text, typing = false) {
    const found = await matches(text, typing);
    return { ...found, facts: weightiest(found.scores), pages: found.typed.length ? await byName(found.scores, plain(text)) : [] };
  }

  /* The same with one of the values chosen in each facet, and how many facts each value of a facet would leave. */
  async function sift(text, chosen, order) {
    const [found, facets, times] = [await matches(text), await part("facets"), await part("order")];
    const { scores } = found, { pages } = index;
    const within = Object.entries(chosen).map(([facet, values]) => [facet, scored(values.map((value) => [facets[facet]?.[value] ?? [], []]))]);
    const left = (but) => scores.map((score, number) => (within.every(([facet, one]) => facet === but || one[number]) ? score : 0));
    const counts = Object.fromEntries(Object.entries(facets).map(([facet, values]) => {
      const others = left(facet);
      const count = (steps) => numbers(steps).filter((number) => number >= pages && others[number]).length;
      return [facet, Object.fromEntries(Object.entries(values).map(([value, steps]) => [value, count(steps)]))];
    }));
    const sifted = left();
    const dated = order === "newest" ? times.dated.toReversed() : times.dated;
    const facts = order === "best" ? weightiest(sifted) : [...dated, ...times.undated].filter((number) => sifted[number]);
    return { ...found, facts, counts, pages: found.typed.length ? await byName(sifted, plain(text)) : [] };
  }

  /* Those that fit best, of these the first numbers, or the last. */
  function best(scores, from, to, first = 1) {
    const found = [];
    for (let number = from; number < to; number++) if (scores[number]) found.push(number);
    return found.sort((one, other) => scores[other] - scores[one] || first * (one - other));
  }

  /* Facts have the higher numbers, the more they matter and the newer they are. */
  function weightiest(scores) {
    return best(scores, index.pages, index.all, -1);
  }

  async function byName(scores, name) {
    const found = best(scores, 0, index.pages);
    const near = await Promise.all(found.slice(0, NEAREST).map(shown));
    const rank = ({ names }) => (names.includes(name) ? 0 : names.some((one) => one.startsWith(name)) ? 1 : 2);
    return near.sort((one, other) => rank(one) - rank(other));
  }

  /* Words and names of facts that are spelt nearly so or begin so, and how many facts each finds; the nearest first, of
     these the most frequent. A short word is only the beginning of others. */
  async function near({ word }) {
    if (!/^\p{L}{2,}$/u.test(word)) return [];
    const far = word.length > LONG ? 2 : word.length > SHORT ? 1 : 0;
    const guesses = (await part("vocabulary")).split(" ").map((as) => {
      const other = plain(as);
      return { as, away: other.startsWith(word) ? 0 : distance(word, other, far) };
    }).filter(({ away }) => away <= far).sort((one, other) => one.away - other.away).slice(0, GUESSES);
    const counted = await Promise.all(guesses.map(async ({ as }) => [as, (await find(as)).facts]));
    const other = new Map(counted.reverse().map(([as, facts]) => [facts.join(), { as, facts: facts.length }])); // once, however spelt
    return [...other.values()].reverse().filter(({ facts }) => facts).slice(0, OFFERED);
  }

  /* How many letters must be changed, added, left out or exchanged with the next. */
  function distance(one, other, far) {
    if (Math.abs(one.length - other.length) > far) return Infinity;
    let before = [], row = Array.from({ length: other.length + 1 }, (_, n) => n);
    for (let i = 1; i <= one.length; i++) {
      const next = [i];
      for (let j = 1; j <= other.length; j++) {
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (one[i - 1] !== other[j - 1]));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) next[j] = Math.min(next[j], before[j - 2] + 1);
      }
      [before, row] = [row, next];
    }
    return row[other.length];
  }

  /* What a result says, and where it stands. */
  async function shown(number) {
    const told = (await part(`found-${Math.floor(number / index.step)}`))[number % index.step];
    return { ...told, href: new URL(told.address, ROOT).href };
  }

  /* The passage of a fact that has a word which its sentence does not have. */
  function passage({ text, passages = [] }, typed) {
    const lacking = typed.filter((word) => !has(text, word));
    return passages.find((one) => lacking.some((word) => has(one, word)));
  }

  function has(text, word) {
    const wanted = forms(word);
    return words(text).some((one) => (index.inner.test(word) ? one.includes(word) : wanted.includes(one)));
  }

  /* The text in an element, with the words that were looked for marked. */
  function marked(element, text, typed, typing = false) {
    const last = typed.at(-1);
    const begins = (piece) => typing && last?.length > SHORT && plain(piece).startsWith(last);
    for (const [piece] of typed.length ? text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu) : [[text]]) {
      if (/[\p{L}\p{N}]/u.test(piece) && (begins(piece) || typed.some((word) => has(piece, word)))) {
        element.appendChild(document.createElement("mark")).textContent = piece;
      } else {
        element.append(piece);
      }
    }
    return element;
  }

  /* The choices of facets that the page Explore has no room for. */
  async function further() {
    await open();
    return part("further");
  }

  return { open, take, plain, words, find, sift, near, shown, passage, marked, further };
})();
