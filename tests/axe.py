"""What axe finds in a page that a browser shows: all that it knows of WCAG 2.2 AA, and of what is good practice beyond.

What looks alike, stands in alike parts, and differs in its words alone is the same case each time: whoever has looked
at the words of a page once may leave out what is `alike`, at each width and in each scheme.
"""

from typing import Literal

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ALSO = ("target-size", "label-content-name-mismatch", "css-orientation-lock")  # of WCAG, though axe leaves them out
FOUND = {"resultTypes": ["violations"]}  # what passes is not described
WHOLE: dict[str, object] = {**FOUND, "rules": {rule: {"enabled": True} for rule in ALSO}}
# All that another colour scheme can change; the whole category has rules beyond AA.
SHADES = ("color-contrast", "link-in-text-block")
COLOURS: dict[str, object] = {**FOUND, "runOnly": [*SHADES]}
# All else, of which words are a part: names, labels, headings, ids, landmarks.
WORDS: dict[str, object] = {**FOUND, "rules": {rule: {"enabled": rule in ALSO} for rule in (*ALSO, *SHADES)}}
SCHEMES: tuple[tuple[Literal["light", "dark"], dict[str, object]], ...] = (("light", WHOLE), ("dark", COLOURS))
ALIKE = "data-alike"
# Names each element by its tag, its style as far as it makes a contrast, its attributes but for their words, and by all
# that it stands in; marks those parts of the page in which every name was met before. Of each name one is left.
MARKED = """mark => {
    const words = /^(id|for|href|src|title|alt|value|datetime|aria-(label|labelledby|controls|describedby)|data-.*)$/;
    const attribute = ({ name, value }) => `${name}=${words.test(name) ? value.trim() !== "" : value}`;
    const look = one => {
        const { color, backgroundColor, fontSize, fontWeight, textDecorationLine } = getComputedStyle(one);
        return [one.tagName, color, backgroundColor, fontSize, fontWeight, textDecorationLine];
    };
    const says = one => [...one.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim());
    const numbers = new Map(), names = new Map(), met = new Set();
    for (const one of document.querySelectorAll("body, body *")) {
        one.removeAttribute(mark);
        const attributes = [...one.attributes].map(attribute).sort();
        const told = JSON.stringify([names.get(one.parentElement), ...look(one), says(one), ...attributes]);
        if (!numbers.has(told)) numbers.set(told, numbers.size);
        names.set(one, numbers.get(told));
    }
    const marked = one => {
        const inside = [one, ...one.querySelectorAll("*")];
        if (inside.every(each => met.has(names.get(each)))) return one.setAttribute(mark, "");
        met.add(names.get(one));
        for (const child of one.children) marked(child);
    };
    marked(document.body);
}"""


def accessible(page: Page, rules: dict[str, object], *, alike: bool = True, part: str = "html") -> None:
    """Fails at what axe finds in a part of a page, with all open that is folded, because axe sees nothing of that.

    But for `alike`, it looks at no part in which each element is as one before it.
    """
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true })")
    where: dict[str, list[str]] = {"include": [part]}
    if not alike:
        page.evaluate(MARKED, ALIKE)
        where["exclude"] = [f"[{ALIKE}]"]
    axe = Axe() if page.evaluate("!window.axe") else Axe("")  # a page takes it once
    found = axe.run(page, context=where, options=rules)
    assert found.response["passes"], "axe looked at nothing"
    assert not found.response["violations"], f"{page.url}\n{found.generate_report()}"
