"""What each field holds, with examples, as editors show it while people write."""

from __future__ import annotations

from typing import Any

Told = tuple[str, Any]  # what the field holds, and an example of it

RECORDED: dict[str, Told] = {
    "FactFile.article": (
        "The record of the article that this file is about.",
        {"title": "Leaders meet in Oslo", "published": "2024-05-31"},
    ),
    "FactFile.facts": (
        "Everything that the article is found to say: facts, drafts, and the tombstones of facts that no longer stand.",
        [{"id": "oslo-pledge", "say": "Norway pays half.", "passage": "carry 50 percent of it", "about": ["energy"]}],
    ),
    "FactFile.skip": (
        "Paragraphs that hold no fact, each with the reason; every other paragraph has a fact.",
        [{"paragraphs": "8-10", "because": "newsletter box"}],
    ),
    "Skip.paragraphs": ("A paragraph, or several in a row, counted from 1; empty lines do not count.", "8-10"),
    "Skip.because": ("Why they hold no fact.", "newsletter box"),
    "Article.title": ("The title as the text prints it.", "Leaders meet in Oslo"),
    "Article.label": ("Instead of `title`, where the text has none: ours, and shown as ours.", "Farmers march"),
    "Article.publisher": ("Who published it: an id of publishers.yml; left out when unknown.", "herald"),
    "Article.published": ("The date of publication, as exactly as it is known.", "2024-06-01"),
    "Article.published_basis": (
        "Whether the text states the date, or we concluded it; then `because` is required.",
        "inferred",
    ),
    "Article.because": ("How the date was concluded.", "the text tells of Sunday as the day before"),
    "Article.url": ("Where the article stands on the web.", "https://example.org/oslo"),
    "Article.language": ("The language of the text; English where it is left out.", "fr"),
    "Article.origin": (
        "Where the reporting began: `own` for the publisher's own, the id of an agency, or `unknown`.",
        "own",
    ),
    "Article.curation": ("`open` while paragraphs are left: gaps are counted on the page instead of refused.", "open"),
    "Article.second_reading": ("The day on which every fact was read once more against the text.", "2024-06-02"),
    "Article.formerly": ("Earlier ids of the article, the oldest first: their addresses lead here.", ["oslo-talk"]),
    "Article.removed": (
        "Takes the article down: nothing of it is shown but its addresses, with the day and the reason.",
        {"on": "2024-07-01", "because": "The publisher asked us to."},
    ),
    "Removal.on": ("The day on which it was taken down.", "2024-07-01"),
    "Removal.because": ("Why, as its addresses will say.", "The publisher asked us to."),
    "Article.summary": (
        "The article in two or three sentences of ours.",
        [{"say": "Two ministers met about a cable.", "from": ["oslo-meeting"]}],
    ),
    "Article.note": (
        "What a reader should know of this text.",
        [{"say": "The text has no author.", "background": "nothing is printed under the title"}],
    ),
    "Claim.id": ("Unique in the dossier, and for good: the fact's address ends in it.", "oslo-grid-pledge"),
    "Claim.say": (
        "One assertion, in our own words, that can be read alone.",
        "Jane Doe said that Norway would pay 50 percent of the cable.",
    ),
    "Claim.passage": (
        "The article's own words that prove it: a short run inside one paragraph, or a list of such runs.",
        "we will carry 50 percent of it",
    ),
    "Claim.about": ("Themes, and whom the fact is about though `say` does not name them.", ["energy-links"]),
    "Claim.paragraph": ("Where the passage stands; needed only where it stands twice. One for each passage.", 3),
    "Claim.who": ("Who asserts it: a leader, organisation, country or publisher.", "jane-doe"),
    "Claim.via": ("The channel it came through, in the article's words.", "a spokesman for the Danish ministry"),
    "Claim.named": (
        "Whom the sentence means without a name, and the paragraph before it that does.",
        {"norway": 2},
    ),
    "Claim.when": ("When it is true or happened: a date of the sentence or of the event.", "2024-05-31"),
    "Claim.kind": ("What sort of thing it is; `statement` where it is left out.", "commitment"),
    "Claim.event": ("The event that it is part of: an id of events.yml.", "oslo-talks"),
    "Claim.answers": ("What it answers to questions of questions.yml, in few words.", {"cable-share": "50 percent"}),
    "Claim.computed": ("A number of `say` that the passage gives in other words.", {"12": "a dozen"}),
    "Claim.note": (
        "What a reader should know of this fact.",
        [{"say": "The other article has 40 percent.", "from": ["bergen-share"]}],
    ),
    "Draft.say": ("Empty, while it waits for our own words.", "Peter Holm was in no hurry."),
    "Draft.status": ("`draft` while the fact is not finished: not checked, not shown. Delete it then.", "draft"),
    "Tombstone.id": ("The id that the fact had; it keeps its address.", "oslo-date"),
    "Tombstone.say": ("What the fact said.", "The talks took place on 30 May 2024."),
    "Tombstone.status": (
        "`corrected`: we erred. `superseded`: the world moved. `withdrawn`: the source took it back.",
        "corrected",
    ),
    "Tombstone.retired": ("The day on which it was taken back.", "2024-06-02"),
    "Tombstone.because": ("Why it no longer stands.", "We took the day of arrival for that of the talks."),
    "Tombstone.by": ("The fact in its place.", "oslo-meeting"),
}

SHARED: dict[str, Told] = {
    "Sentence.say": ("A sentence of ours; its names and numbers stand in its facts.", "The ministers met in Oslo."),
    "Sentence.from": ("The facts that it rests on.", ["oslo-meeting"]),
    "Grounded.from": ("The facts that say so.", ["oslo-meeting"]),
    "Grounded.background": (
        "Instead of `from`: why we say so although no fact does; shown as such.",
        "the ministry's list has the first name",
    ),
    "Remark.say": ("A sentence of ours.", "Both parts were named by Jane Doe."),
    "When.date": ("The date, as exactly as it is known (EDTF).", "2024-05-31"),
    "When.reckoned": ("The words of the sentence from which the date is counted.", "last month"),
    "When.basis": ("Whether the article gives the date, or we concluded it; then `because` is required.", "inferred"),
    "When.because": ("How the date was concluded.", "told with the talks of that day"),
    "Entry.id": ("Its name in all files, and its address on the site.", "jane-doe"),
    "Entry.name": ("The full name.", "Jane Doe"),
    "Entry.aliases": ("Every other spelling that the articles have.", ["Doe"]),
    "Entry.background": (
        "Where the full name comes from, where no article has it.",
        "the article has only “Mr Holm”; the ministry's list has the first name",
    ),
}

REGISTERED: dict[str, Told] = {
    "Site.title": ("The name of the dossier; `site_name` in mkdocs.yml has the same words.", "The North Link"),
    "Site.description": ("One sentence for search engines.", "What two articles report about a power cable."),
    "Site.edition": ("The date of this edition; the site knows no other clock.", "2024-06-04"),
    "Site.bottom_line": (
        "The first sentences of the home page.",
        [{"say": "Jane Doe named two shares.", "from": ["oslo-grid-pledge", "bergen-share"]}],
    ),
    "Site.key_figures": (
        "Numbers that matter.",
        [{"figure": "50 percent", "say": "Norway's part of the cable.", "from": ["oslo-grid-pledge"]}],
    ),
    "KeyFigure.figure": ("The number as it is shown, large.", "50 percent"),
    "Site.figures": (
        "Quantities that several facts give, each drawn on one scale.",
        [
            {
                "name": "Norway's share",
                "unit": "percent of the cost",
                "points": [{"figure": "50 percent", "say": "as first put.", "from": ["oslo-grid-pledge"]}],
            }
        ],
    ),
    "FigureGroup.name": ("What is compared.", "Norway's share"),
    "FigureGroup.unit": ("What the numbers are numbers of; it stands at the scale.", "percent of the cost"),
    "FigureGroup.about": ("The themes on whose pages it stands too.", ["energy-links"]),
    "FigureGroup.points": (
        "Each figure as its facts give it, “about” and “more than” included, and what it counts; in this order.",
        [{"figure": "50 percent", "say": "as first put.", "from": ["oslo-grid-pledge"]}],
    ),
    "Site.lead_events": ("The events that the home page opens with.", ["oslo-talks"]),
    "Site.open": (
        "What the articles do not say, with the facts that the gap is seen from.",
        [{"say": "Nobody says who pays for the repairs.", "from": ["oslo-grid-pledge"]}],
    ),
    "Site.limits": ("How much of an article may be quoted.", {"passage_words": 20}),
    "Limits.passage_words": ("The longest passage, in words.", 20),
    "Limits.sentence_percent": ("A passage stays below this share of a longer sentence.", 80),
    "Limits.article_percent": ("All passages together, as a share of an article's words.", 45),
    "Site.rights": ("What may be done with this edition; shown with it.", "The articles are invented."),
    "Site.corrections": ("Where readers send corrections; at the foot of every page.", "Write to the editors."),
    "Site.corrections_url": ("Where that sentence leads.", "https://example.org/corrections"),
    "Subject.formerly": ("Earlier ids, the oldest first: their addresses lead here.", ["jane-holm"]),
    "Leader.sort": ("Where the person stands in a list.", "Doe, Jane"),
    "Leader.country": ("The country that the person speaks for.", "norway"),
    "Leader.roles": (
        "Offices, each at its time.",
        [{"title": "energy minister", "country": "norway", "when": "2024-05-31", "from": ["oslo-meeting"]}],
    ),
    "Role.title": ("The office.", "energy minister"),
    "Role.country": ("The country whose office it is.", "norway"),
    "Role.organisation": ("The body whose office it is.", "danish-ministry"),
    "Role.when": ("When the office was held.", "2024-05-31"),
    "Country.code": ("Two capitals of ISO 3166-1.", "DK"),
    "Country.demonyms": ("The adjective and the people; they name the country too.", ["Norwegian", "Norwegians"]),
    "Organisation.country": ("The state whose organ it is; its facts are found under the country too.", "denmark"),
    "Publisher.kind": ("What sort of publisher it is.", "newspaper"),
    "Publisher.country": ("Where it is published.", "norway"),
    "Publisher.url": ("Its own site.", "https://example.org/"),
    "Theme.id": ("Its name in all files, and its address on the site.", "energy-links"),
    "Theme.formerly": ("Earlier ids, the oldest first: their addresses lead here.", ["sea-cables"]),
    "Theme.name": ("What it is called on the site.", "Energy links"),
    "Theme.group": ("Themes of one group stand together.", "Energy"),
    "Theme.keywords": ("Words by which drafts find the theme in a text.", ["power cable", "grid"]),
    "Theme.state_of_play": (
        "How things stand, in about two sentences.",
        [{"say": "The ministers met in Oslo.", "from": ["oslo-meeting"]}],
    ),
    "Event.id": ("Its name in all files, and its address on the site.", "oslo-talks"),
    "Event.formerly": ("Earlier ids, the oldest first: their addresses lead here.", ["oslo-meeting-2024"]),
    "Event.name": ("What it is called on the site.", "Talks in Oslo"),
    "Event.aliases": ("What facts of this event may call it too.", ["Oslo meeting"]),
    "Event.kind": ("What sort of event it is.", "talks"),
    "Event.when": ("Its date; a sentence behind the facts in `from` gives it.", "2024-05-31"),
    "Event.place": ("Where it took place.", "Oslo"),
    "Event.country": ("The country in which it took place.", "norway"),
    "Event.participants": ("Who took part, as reported.", [{"who": "jane-doe", "from": ["oslo-meeting"]}]),
    "Event.apart": (
        "Only `yes`, where nobody reports the participants to have been together: not shown as having met.",
        "yes",
    ),
    "Event.summary": (
        "The event in two or three sentences of ours.",
        [{"say": "The ministers met in Oslo.", "from": ["oslo-meeting"]}],
    ),
    "Participant.who": ("A leader, organisation, country or publisher.", "jane-doe"),
    "Question.id": ("Its name in all files, and its address on the site.", "cable-share"),
    "Question.formerly": ("Earlier ids, the oldest first: their addresses lead here.", ["norway-share"]),
    "Question.asks": ("Whether articles are compared (`sources`), or speakers.", "sources"),
    "Question.question": ("The question, as the site asks it.", "What part of the cost would Norway carry?"),
    "Question.about": ("Themes, leaders, countries and organisations on whose pages it stands.", ["energy-links"]),
    "Question.options": ("Where given, every answer is one of them.", ["50 percent", "40 percent"]),
    "Question.compatible": (
        "Only `yes`, where answers in other words need not exclude one another: shown as told differently.",
        "yes",
    ),
    "Question.note": (
        "What explains the difference between the answers.",
        [{"say": "Jane Doe named both parts.", "from": ["oslo-grid-pledge", "bergen-share"]}],
    ),
}

FIELDS = RECORDED | SHARED | REGISTERED


def told(record: type, name: str) -> dict[str, Any]:
    """What an editor shows of a field; a record's own word goes before that of what it is made from."""
    for kind in record.__mro__:
        if found := FIELDS.get(f"{kind.__name__}.{name}"):
            return {"description": found[0], "examples": [found[1]]}
    return {}
