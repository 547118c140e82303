/* Asks the index of facts and pages. The suggestions of the search box and the page Explore share it. */

const ROOT = new URL("..", import.meta.url); // of the site, under whatever path it is served
const UNFOLDED = { "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss", "ς": "σ" };
const NEAREST = 24; // pages that are compared with what was typed; the index has ranked them already

let opened;

/* The index, fetched when it is first asked for; fails where the site was built without one. */
export function open() {
  opened ??= import(new URL("pagefind/pagefind.js", ROOT).href).then(async (index) => {
    await index.init();
    await index.filters(); // without which nothing is counted
    return index;
  });
  return opened;
}

/* Letters and digits alone, case and accents folded, as the index was made. */
export function plain(text) {
  const folded = text.toLowerCase().replace(/./gu, (letter) => UNFOLDED[letter] ?? letter);
  const bare = folded.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return bare.replace(/(?<=\p{Nd})[.,](?=\p{Nd}{3}(?!\p{Nd}))/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

/* Facts and pages that have all of the words and one of the values chosen in each facet, and how many facts each
   value of a facet would leave. Pages are found by words alone, and come with those that are called so first. */
export async function find(words, chosen, order) {
  const index = await open();
  const term = asked(words);
  const filters = Object.fromEntries(Object.entries(chosen).map(([facet, ids]) => [facet, { any: ids }]));
  const sort = order === "best" ? (term ? {} : { newest: "asc" }) : { [order]: "asc" };
  const facts = await index.search(term, { filters: { ...filters, what: "fact" }, sort });
  const pages = term ? (await index.search(term, { filters: { ...filters, page: "yes" } })).results : [];
  const counts = { ...facts.filters };
  for (const facet of Object.keys(filters)) {
    const { [facet]: _, ...others } = filters;
    counts[facet] = (await index.search(term, { filters: { ...others, what: "fact" } })).filters[facet];
  }
  return { facts: facts.results, pages: await byName(pages, plain(words)), counts };
}

/* What a result says, and where it stands. */
export async function shown(result) {
  const { anchors } = await result.data();
  const told = JSON.parse(decodeURIComponent(anchors[0].id));
  return { ...told, href: new URL(told.address, ROOT).href };
}

/* The text in an element, with the words that were looked for marked. */
export function marked(element, text, words) {
  const wanted = plain(words).split(" ").filter(Boolean);
  for (const [piece] of text.matchAll(/[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+/gu)) {
    const folded = plain(piece);
    if (folded && wanted.some((word) => folded.startsWith(word))) {
      element.appendChild(document.createElement("mark")).textContent = piece;
    } else {
      element.append(piece);
    }
  }
  return element;
}

/* What is put to the index: words in quotation marks as one run. Nothing that could be found is everything. */
function asked(words) {
  const term = plain(words);
  return term && /^\s*["“”].*["“”]\s*$/u.test(words) ? `"${term}"` : term || null;
}

async function byName(results, name) {
  const near = await Promise.all(results.slice(0, NEAREST).map(shown));
  const rank = ({ names }) => (names.includes(name) ? 0 : names.some((one) => one.startsWith(name)) ? 1 : 2);
  return near.sort((one, other) => rank(one) - rank(other));
}
