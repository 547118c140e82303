"""What `shapes.py` sees: what differs in more than its words is of another shape, or is no file of its kind."""

import pytest

from tests.attacks import shapes

DIFFERENT = {
    ".html": ("<p>a</p>", "<p>a<b>c</b></p>", "<p id=a>a</p>", "<p title=a>a</p>"),
    ".xml": ("<a>b</a>", "<a>b<c/></a>", "<a d='e'>b</a>", '<a type="html">&lt;p&gt;b</a>'),
    ".json": ('{"a": "b"}', '{"a": "b", "c": "d"}', '{"a": ["b"]}', '{"a": 1}'),
    ".csv": ("a,b\r\n", "a,b,c\r\n", "a,b\r\nc,d\r\n"),
    ".ics": ("A:b\r\n", "A:b\r\nC:d\r\n", "A;X=y:b\r\nE:\r\n"),
    ".bib": ("@misc{a,\n  title = {b},\n}", "@misc{a,\n  title = {b},\n}\n@misc{c,\n}"),
    ".ris": ("TY  - NEWS\r\nER  - ", "TY  - NEWS\r\nTI  - a\r\nER  - "),
    ".js": ('finding.take("a", "b", {});', 'finding.take("a", "b", []);', "alert(1)"),
}


@pytest.mark.parametrize("ending", DIFFERENT)
def test_what_is_made_of_other_things_is_of_another_shape(ending: str) -> None:
    found = [shapes.READERS[ending](text.encode()) for text in DIFFERENT[ending]]
    assert [one for one in found if found.count(one) > 1] == []


@pytest.mark.parametrize(
    ("ending", "text"),
    [
        (".csv", "a,=1+1\r\n"),
        (".csv", "-a,b\r\n"),
        (".csv", "\uff1d1\r\n"),
        (".xml", "<!DOCTYPE a><a/>"),
        (".xml", "<a>"),
        (".ics", "A:b\nC:d\r\n"),
        (".ics", f"A:{'b' * 80}\r\n"),
        (".bib", "@misc{a, title = {b}}}"),
        (".bib", "@misc{a, title = {b\\input{c}}}"),
        (".json", '{"a": }'),
    ],
)
def test_what_is_no_file_of_its_kind_is_refused(ending: str, text: str) -> None:
    with pytest.raises((ValueError, SyntaxError)):
        shapes.READERS[ending](text.encode())
