"""Nothing that people write runs in a reader's browser, or asks another host: the gate, the policy, Chromium."""

import shutil
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import yaml
from lxml import html
from playwright.sync_api import Dialog, Page, expect

from generator.publishing import active, gate
from generator.site.render.policy import META, POLICY
from generator.site.render.typography import typographic
from tests.conftest import ROOT, Quiet, goto
from tests.folders import HERE
from tests.publishing.test_builders import build
from tests.site.test_browser import KINDS

HARMLESS = "A < B & C"
ATTACK = (
    'A < B & C "d" \'e\' <script>PWN(1)</script> <img src=x.png onerror="PWN(2)"> "><svg onload=\'PWN(3)\'> '
    "'><iframe src='https://example.org/'></iframe> &lt;b&gt; {{ 7 * 7 }} <style>@import '//example.org/'</style>"
)
PRINTED = typographic(ATTACK)  # as pages set its quotation marks
PLAIN = """\
# {title}

A sum such as 1 < 2 & 3 > 2, `<script>` in backticks, *stress* and [a page](articles/index.md).

| a | b |
|---|--:|
| c | 1 |

## Do it yourself {{ #yourself }}

[This part](#yourself), [the web](https://example.org/ "a title"), <mail@example.org>.
"""


def dossier(root: Path, text: str) -> Path:
    """The small dossier with a text wherever the site as a whole has one, and a page of one's own."""
    shutil.copytree(HERE / "small", root, dirs_exist_ok=True)
    site = yaml.load((root / "content/site.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    plan = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    words = dict.fromkeys(("site_name", "site_description", "site_author", "copyright", "repo_name"), text)
    titled = [{text: "index.md"}, {f"{text} 2": [{f"{text} 3": "leaders/index.md"}]}, {"Data": "data.md"}]
    extra = {"homepage": text, "social": [{"icon": text, "link": text, "name": text}]}
    extra["alternate"] = [
        {"name": text, "link": "./", "lang": text}
    ]  # beside which the theme asks for a map of the site
    plan |= words | {"nav": titled, "extra": {**plan["extra"], **extra}}
    plan["theme"]["palette"][0]["toggle"]["name"] = text
    desk = {"name": text, "url": "https://example.org/?a=1&b=2", "mail": "desk@example.org"}
    own = root / "content/pages/method.md"
    own.parent.mkdir()
    own.write_text(PLAIN.format(title=text), encoding="utf-8")
    for name, values in (
        ("content/site.yml", site | dict.fromkeys(("title", "description", "rights"), text) | {"publisher": desk}),
        ("mkdocs.yml", plan),
    ):
        (root / name).write_text(yaml.safe_dump(values, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return root


@pytest.fixture(scope="module", params=["mkdocs", "zensical"])
def attacked(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = dossier(tmp_path_factory.mktemp("attacked"), ATTACK)
    done = build(root, request.param)
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "site"


@pytest.fixture
def watched(page: Page) -> tuple[Page, list[str]]:
    """A page, and whatever ran, was asked of elsewhere, or was stopped by the policy on it."""
    told: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        told.append("dialog")
        dialog.dismiss()

    page.expose_function("PWN", lambda what: told.append(f"ran {what}"))
    page.on("console", lambda line: told.append(line.text) if line.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("dialog", dismiss)
    page.on("request", lambda request: told.append(request.url) if "example.org" in request.url else None)
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation',"
        " event => console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`))"
    )
    return page, told


def serving(site: Path, policy: str = "") -> ThreadingHTTPServer:
    """A site served to this machine, with the policy as a header of every answer where one is given."""

    class Strict(Quiet):
        def end_headers(self) -> None:
            if policy:
                self.send_header("Content-Security-Policy", policy)
            super().end_headers()

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=str(site)))
    Thread(target=server.serve_forever, daemon=True).start()
    return server


# Texts for the whole site


def test_texts_for_the_whole_site_are_shown_letter_by_letter(attacked: Path, watched: tuple[Page, list[str]]) -> None:
    page, told = watched
    with serving(attacked) as server:
        for path in sorted(attacked.rglob("*.html")):
            page.goto(f"http://127.0.0.1:{server.server_port}/{path.relative_to(attacked).as_posix()}")
            assert told == [], path
        page.goto(f"http://127.0.0.1:{server.server_port}/leaders/index.html")
        assert page.title().endswith(f"· {PRINTED}")
        assert [page.locator(f".colophon__{part}").text_content() for part in ("name", "rights")] == [PRINTED] * 2
        publisher = page.locator(".colophon__publisher")
        assert publisher.text_content() == f"Published by {ATTACK} · desk@example.org"
        addresses = publisher.locator("a").evaluate_all("all => all.map(link => link.href)")
        assert addresses == ["https://example.org/?a=1&b=2", "mailto:desk@example.org"]
        assert page.locator(".md-header__topic").first.text_content() == PRINTED
        assert page.locator("meta[name=author]").get_attribute("content") == ATTACK
        assert page.locator("meta[property='og:site_name']").get_attribute("content") == PRINTED
        tabs = [(tab.text_content() or "").strip() for tab in page.locator(".md-tabs__link").all()]
        assert tabs[:2] == [ATTACK, f"{ATTACK} 2"]
        page.goto(f"http://127.0.0.1:{server.server_port}/404.html")
        assert page.title() == PRINTED
        owner = f"Published by {ATTACK} · desk@example.org"
        assert page.locator("footer").inner_text().strip() == " ".join(owner.split())
        assert page.locator("meta[name=description]").get_attribute("content") == PRINTED
        page.goto(f"http://127.0.0.1:{server.server_port}/method.html")
        assert page.get_by_role("heading", level=1).text_content() == " ".join(PRINTED.split())
        server.shutdown()


@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_a_harmless_text_is_shown_as_it_is(tmp_path: Path, page: Page, builder: str) -> None:
    done = build(dossier(tmp_path, HARMLESS), builder)
    assert done.returncode == 0, done.stdout + done.stderr
    page.goto((tmp_path / "site/method.html").as_uri())
    assert page.title() == f"{HARMLESS} · {HARMLESS}"
    expect(page.locator(".colophon__name")).to_have_text(HARMLESS)
    expect(page.locator(".md-tabs__link").first).to_have_text(HARMLESS)
    expect(page.locator("td").nth(1)).to_have_css("text-align", "-webkit-right")
    expect(page.locator("p code").first).to_have_text("<script>")


# The gate


ACTIVE, OUTSIDE = "ACTIVE-HTML", "OUTSIDE-HOST"


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("<p onclick=x()>", ACTIVE),
        ("<P ONCLICK=x()>", ACTIVE),
        ("<svg/onload=x()>", ACTIVE),
        ("<details ontoggle=x() open>", ACTIVE),
        ("<input autofocus onfocus=x()>", ACTIVE),
        ("<script>x()</script>", ACTIVE),
        ("<script type=module>x()</script>", ACTIVE),
        ("<script type=importmap>{}</script>", ACTIVE),
        ("<script type=speculationrules>{}</script>", ACTIVE),
        ("<svg><script>x()</script></svg>", ACTIVE),
        ("<script src=data:text/javascript,x()></script>", ACTIVE),
        ("<script src=https://example.org/x.js></script>", OUTSIDE),
        ("<svg><script href=//example.org/x.js /></svg>", f"{ACTIVE} {OUTSIDE}"),
        ("<a href=javascript:x()>a</a>", ACTIVE),
        ("<a href=' JaVaScRiPt:x()'>a</a>", ACTIVE),
        ("<a href='java\nscript:x()'>a</a>", ACTIVE),
        ("<a href='&#1;javascript&colon;x()'>a</a>", ACTIVE),
        ("<a href=vbscript:x>a</a>", ACTIVE),
        ("<a href=data:text/html,x>a</a>", ACTIVE),
        ("<area href=javascript:x()>", ACTIVE),
        ("<svg><a xlink:href=javascript:x()>a</a></svg>", ACTIVE),
        ("<svg><a><animate attributeName=href values='a;javascript:x()' /></a></svg>", ACTIVE),
        ("<svg><a><set attributeName=href to=javascript:x() /></a></svg>", ACTIVE),
        ("<form action=javascript:x()></form>", ACTIVE),
        ("<button formaction=javascript:x()>b</button>", ACTIVE),
        ("<form action=https://example.org/></form>", OUTSIDE),
        ("<button formaction=//example.org/>b</button>", OUTSIDE),
        ("<iframe srcdoc='<script>x()</script>'></iframe>", ACTIVE),
        ("<iframe src=a.html></iframe>", ACTIVE),
        ("<frameset><frame src=a.html></frameset>", ACTIVE),
        ("<object data=a.svg></object>", ACTIVE),
        ("<embed src=a.svg>", ACTIVE),
        ("<applet code=x></applet>", ACTIVE),
        ("<base href=/x/>", ACTIVE),
        ("<style>p {}</style>", ACTIVE),
        ("<p style='color: red'>", ACTIVE),
        ("<svg><style>p {}</style></svg>", ACTIVE),
        ("<meta http-equiv=refresh content='0; url=https://example.org/'>", OUTSIDE),
        ("<meta http-equiv=Refresh content='0;URL=\"//example.org/\"'>", OUTSIDE),
        ("<meta http-equiv=refresh content='0;javascript:x()'>", ACTIVE),
        ("<img src=https://example.org/x.png>", OUTSIDE),
        ("<img src=//example.org/x.png>", OUTSIDE),
        (r"<img src=\\example.org/x.png>", OUTSIDE),
        (r"<img src=/\example.org/x.png>", OUTSIDE),
        ("<img src='/\t/example.org/x.png'>", OUTSIDE),
        ("<img src=ftp://example.org/x.png>", OUTSIDE),
        ("<img src=https:example.org/x.png>", OUTSIDE),
        ("<img srcset='a.png 1x, //example.org/b.png 2x'>", OUTSIDE),
        ("<picture><source srcset=//example.org/b.png></picture>", OUTSIDE),
        ("<input type=image src=//example.org/b.png>", OUTSIDE),
        ("<video poster=//example.org/b.png></video>", OUTSIDE),
        ("<video><source src=//example.org/b.mp4></video>", OUTSIDE),
        ("<audio src=//example.org/b.mp3></audio>", OUTSIDE),
        ("<video><track src=//example.org/b.vtt></video>", OUTSIDE),
        ("<table background=//example.org/b.png></table>", OUTSIDE),
        ("<svg><image href=//example.org/b.png /></svg>", OUTSIDE),
        ("<svg><image xlink:href=//example.org/b.png /></svg>", OUTSIDE),
        ("<svg><use href=//example.org/b.svg#x /></svg>", OUTSIDE),
        ("<svg><filter><feImage href=//example.org/b.png /></filter></svg>", OUTSIDE),
        ("<svg><rect fill='url(//example.org/b.svg#x)' /></svg>", OUTSIDE),
        ("<svg><rect filter='url(\"https://example.org/b.svg#x\")' /></svg>", OUTSIDE),
        ("<a href=x ping='a //example.org/p'>a</a>", OUTSIDE),
        ("<a href=x attributionsrc=//example.org/p>a</a>", OUTSIDE),
        ("<link rel=stylesheet href=//example.org/x.css>", OUTSIDE),
        ("<link rel='alternate stylesheet' href=//example.org/x.css>", OUTSIDE),
        ("<link rel=preload as=image imagesrcset=//example.org/x.png>", OUTSIDE),
        ("<link rel=preconnect href=//example.org/>", OUTSIDE),
        ("<link rel=dns-prefetch href=//example.org/>", OUTSIDE),
        ("<link rel=prefetch href=//example.org/>", OUTSIDE),
        ("<link rel=icon href=//example.org/x.png>", OUTSIDE),
        ("<link rel=manifest href=//example.org/x.json>", OUTSIDE),
        ("<link href=//example.org/x>", OUTSIDE),
        ("<template><img src=//example.org/x.png></template>", OUTSIDE),
        ("<noscript><img src=//example.org/x.png></noscript>", OUTSIDE),
        ("<noscript><!--</noscript><img src=x onerror=x()>--></noscript>", ACTIVE),
        ("<noscript><p title='</noscript><img src=x onerror=x()>'></noscript>", ACTIVE),
        ("<xmp><!--</xmp><script>x()</script>--></xmp>", ACTIVE),
        ("<!--><script>x()</script>-->", ACTIVE),
        ("<!-- --!><script>x()</script>-->", ACTIVE),
        ("<svg><![CDATA[><img src=x onerror=x()>]]></svg>", ACTIVE),
        ("<?x ><img src=x onerror=x()>?>", ACTIVE),
    ],
)
def test_the_gate_sees_what_runs_and_what_asks_elsewhere(body: str, code: str) -> None:
    assert {found for found, _ in active.problems(page_of(body))} == {*code.split()}


@pytest.mark.parametrize(
    "body",
    [
        "<a href=https://example.org/ rel=noopener>a</a> <a href=mailto:a@example.org>a</a>",
        "<p title='onclick=x() url(//example.org/)' data-onclick=x>javascript:x()</p>",
        "<link rel=canonical href=https://example.org/x> <link rel='alternate feed' href=https://example.org/f.xml>",
        '<script type=application/ld+json>{"url": "https://example.org/"}</script>',
        "<script src=assets/x.js defer></script><img src=../x.png srcset='a.png 1x, b.png 2x'>",
        "<meta http-equiv=refresh content='0; url=../x.html'><meta name=url content=https://example.org/>",
        "<svg><rect fill='url(#x)' /><use href=#x /></svg><form action=explore.html></form>",
        "<!-- a </b> --><noscript><p title='a < b'>Without <!-- b --> a script</p></noscript>",
    ],
)
def test_the_gate_lets_pass_what_is_inert(body: str) -> None:
    assert list(active.problems(page_of(body))) == []


def page_of(body: str) -> html.HtmlElement:
    frames = "<frameset" in body
    return html.document_fromstring(
        f"<!doctype html><html><head>{META}{'</head>' if frames else '</head><body>'}{body}"
    )


@pytest.mark.parametrize(
    "head",
    [
        "<meta charset=utf-8>",
        f"<script src=x.js></script>{META}",
        META.replace("'none'", "*", 1),
        META.replace("Content-Security-Policy", "Content-Security-Policy-Report-Only"),
    ],
)
def test_the_gate_wants_the_policy_before_all_else(head: str) -> None:
    page = html.document_fromstring(f"<!doctype html><html><head>{head}</head><body></body></html>")
    assert [code for code, _ in active.problems(page)] == ["NO-POLICY"]


def test_the_gate_reads_style_sheets(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text(
        "@import '//example.org/b.css'; p {background: url( \"https://example.com/x.png\")}"
    )
    (tmp_path / "b.css").write_text("p {background: url(data:image/png;base64,x)} @import 'c.css'; /* https://x.y */")
    assert [str(problem) for problem in gate.problems(tmp_path, {})] == [
        "site/a.css:1:1: OUTSIDE-HOST: the style sheet loads from `example.org`",
        "site/a.css:1:1: OUTSIDE-HOST: the style sheet loads from `example.com`",
    ]


# The policy


def test_every_page_is_covered_by_the_policy_and_holds_no_script(site: Path) -> None:
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        assert text.count(META) == 1, path
        assert "<script>" not in text, path
        assert "charset" in text[:1024], path  # where browsers look for it


@pytest.mark.parametrize("header", ["", f"{POLICY}; frame-ancestors 'none'"])
def test_no_page_needs_what_the_policy_forbids(site: Path, watched: tuple[Page, list[str]], header: str) -> None:
    """In the page alone, and as a header of every answer, which governs workers too."""
    page, told = watched
    with serving(site, header) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        for kind in (*KINDS, "404.html", "dossier.html", "changes.html", "figures.html"):
            goto(page, f"{address}/{kind}")
            page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
            assert told == [], kind
        page.goto(f"{address}/explore.html?q=Zelensky")
        expect(page.locator(".found--facts li").first).to_be_visible(timeout=15_000)
        page.goto(f"{address}/leaders/index.html")
        page.get_by_role("combobox", name="Search").press_sequentially("Zelen")
        expect(page.get_by_role("option").first).to_be_visible(timeout=15_000)
        page.get_by_role("combobox", name="Search").press("Enter")
        page.wait_for_url(f"{address}/explore.html?q=Zelen")
        page.locator("[for=__palette_1]").click()
        page.locator("[for=__palette_2]").click()
        page.reload()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
        assert told == []
        server.shutdown()


def test_what_slips_into_a_page_does_nothing(site: Path, tmp_path: Path, watched: tuple[Page, list[str]]) -> None:
    """The second wall: a page as if the first had fallen."""
    shutil.copytree(site / "assets", tmp_path / "assets")
    page, told = watched
    loads = '<img src="https://example.org/x.png"><iframe src="https://example.org/"></iframe>'
    body = f'<form action="https://example.org/"><button>b</button></form>{loads}{ATTACK}'
    whole = (site / "index.html").read_text(encoding="utf-8")
    (tmp_path / "index.html").write_text(whole.replace("</main>", f"{body}</main>", 1), encoding="utf-8")
    failed: list[tuple[str, str | None]] = []
    page.on("requestfailed", lambda request: failed.append((request.url, request.failure)))
    with serving(tmp_path) as server:
        page.goto(f"http://127.0.0.1:{server.server_port}/index.html", wait_until="networkidle")
        page.get_by_role("button", name="b", exact=True).evaluate("button => button.click()")
        page.wait_for_timeout(200)
        server.shutdown()
    assert page.url.startswith("http://127.0.0.1")
    assert [line for line in told if line.startswith("ran")] == []
    assert [url for url in told if url.startswith("http") and (url, "csp") not in failed] == []
    stopped = {line.split()[1] for line in told if line.startswith("policy: ")}
    assert stopped >= {"script-src-elem", "script-src-attr", "img-src", "style-src-elem", "frame-src", "form-action"}


def test_the_handbook_has_the_policy_for_every_server() -> None:
    told = (ROOT / "docs/policy.md").read_text(encoding="utf-8")
    assert told.count(POLICY) == 3  # in the page, for Netlify, for nginx
