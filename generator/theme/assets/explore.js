/* The page Explore: what its form says is what the address says and what the list shows. */

import { find, marked, open, shown } from "./finding.js";

const STEP = 20; // results that are added at a time
const WIDE = matchMedia("(min-width: 60em)"); // where the facets have a column of their own

const root = document.querySelector(".explore");
const form = root.querySelector("form");
const [box, order, drawer] = ["[name=q]", "[name=sort]", ".facets"].map((name) => form.querySelector(name));
const [status, chips, reset] = [".explore__status", ".chosen__list", ".chosen__reset"].map((name) => root.querySelector(name));
const [pages, facts, more] = [".found--pages", ".found--facts", ".explore__more"].map((name) => root.querySelector(name));
const boxes = [...form.querySelectorAll("input[type=checkbox]")];
const said = root.dataset;

let length = STEP; // how much of the list is shown
let results = [];
let turn = 0;
let wish = ""; // the order that was chosen; else it is that of what fits best, or without words of time
let typing = false; // words that are typed on are one step back, not one a letter

try {
  await open();
  root.hidden = false;
  document.querySelector(".explore-list").hidden = true;
  restore();
  for (const one of form.querySelectorAll(".facet")) one.open = Boolean(one.querySelector(":checked"));
  if (WIDE.matches && !boxes.some((one) => one.checked)) form.querySelector(".facet")?.toggleAttribute("open", true);
  listen();
  await show();
} catch {
  root.hidden = true;
  document.querySelector(".explore-list").hidden = false;
  document.querySelector(".explore-failed").hidden = false;
}

function listen() {
  box.addEventListener("input", () => change(true));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !box.value) return;
    event.preventDefault();
    box.value = "";
    change(true);
  });
  form.addEventListener("change", (event) => {
    if (event.target === box) return;
    if (event.target === order) wish = order.value;
    change();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  reset.addEventListener("click", () => {
    for (const one of boxes) one.checked = false;
    change();
    box.focus();
  });
  more.addEventListener("click", async () => {
    const next = length;
    length += STEP;
    history.replaceState(null, "", address());
    await fill();
    facts.children[next]?.querySelector("a").focus();
  });
  addEventListener("popstate", () => {
    typing = false;
    restore();
    show();
  });
  drawer.open = WIDE.matches;
  WIDE.addEventListener("change", () => (drawer.open = WIDE.matches));
}

function change(byTyping = false) {
  length = STEP;
  history[byTyping && typing ? "replaceState" : "pushState"](null, "", address());
  typing = byTyping;
  return show();
}

/* The address says all that the form says, and how much of the list is shown. */
function address() {
  const told = new URLSearchParams();
  if (box.value.trim()) told.append("q", box.value.trim());
  for (const one of boxes) if (one.checked) told.append(one.name, one.value);
  if (wish) told.append("sort", wish);
  if (length > STEP) told.append("shown", length);
  return `${location.pathname}${told.size ? `?${told}` : ""}`;
}

function restore() {
  const told = new URLSearchParams(location.search);
  box.value = told.get("q") ?? "";
  for (const one of boxes) one.checked = told.getAll(one.name).includes(one.value);
  wish = [...order.options].map(({ value }) => value).find((value) => value === told.get("sort")) ?? "";
  length = Math.max(STEP, Number(told.get("shown")) || 0);
}

async function show() {
  const mine = ++turn;
  const chosen = {};
  for (const one of boxes) if (one.checked) (chosen[one.name] ??= []).push(one.value);
  const words = box.value.trim();
  order.options[0].disabled = !words;
  order.value = words ? wish || "best" : wish.replace("best", "") || "newest";
  const found = await find(words, chosen, order.value);
  if (mine !== turn) return;
  results = found.facts;
  count(found.counts);
  chip();
  pages.replaceChildren(...found.pages.map(row));
  pages.closest("section").hidden = !found.pages.length;
  facts.closest("section").hidden = !results.length;
  facts.replaceChildren();
  await fill();
  if (mine === turn) status.textContent = summary(results.length, found.pages.length);
}

/* Adds what the list does not show yet. */
async function fill() {
  const mine = turn;
  const added = await Promise.all(results.slice(facts.childElementCount, length).map(shown));
  if (mine !== turn) return;
  facts.append(...added.map(row));
  const left = Math.min(STEP, results.length - facts.childElementCount);
  more.hidden = left <= 0;
  more.textContent = counted("more", left);
}

function row(one) {
  const item = element("li", `found__item found__item--${one.what}`);
  const text = item.appendChild(element("p", "found__text"));
  text.dir = "auto";
  const link = text.appendChild(element("a"));
  link.href = one.href;
  marked(link, one.text, box.value);
  item.append(element("p", "found__line", one.line.join(" · ")));
  return item;
}

function count(counts) {
  for (const one of boxes) {
    const n = counts[one.name]?.[one.value] ?? 0;
    one.parentElement.querySelector(".facet__facts").textContent = n;
    one.parentElement.hidden = !n && !one.checked;
  }
  for (const facet of form.querySelectorAll(".facet")) {
    facet.hidden = !facet.querySelector("label:not([hidden])");
    facet.querySelector(".facet__chosen").textContent = facet.querySelectorAll(":checked").length || "";
  }
}

/* What is chosen stands above the list, each with a way to take it back. */
function chip() {
  const chosen = boxes.filter((one) => one.checked);
  chips.replaceChildren(...chosen.map((one, place) => {
    const value = one.parentElement.querySelector(".facet__name").textContent;
    const facet = one.closest(".facet").querySelector(".facet__title").textContent;
    const button = element("button", "chosen__one", value);
    button.type = "button";
    button.setAttribute("aria-label", said.remove.replace("{facet}", facet).replace("{value}", value));
    button.addEventListener("click", async () => {
      one.checked = false;
      await change();
      (chips.querySelectorAll("button")[place] ?? box).focus();
    });
    const item = element("li");
    item.append(button);
    return item;
  }));
  chips.parentElement.hidden = !chosen.length;
  drawer.querySelector(".facets__chosen").textContent = chosen.length || "";
}

function summary(factsFound, pagesFound) {
  if (!factsFound && !pagesFound) return said.nothing;
  const told = [counted("facts", factsFound), counted("pages", pagesFound)];
  return pagesFound ? said.both.replace("{facts}", told[0]).replace("{pages}", told[1]) : told[0];
}

function counted(what, n) {
  return said[`${what}${n === 1 ? "One" : "Other"}`].replace("{n}", n);
}

function element(tag, name = "", text = "") {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = text;
  return made;
}
