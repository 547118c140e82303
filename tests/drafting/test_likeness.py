"""Articles that share sentences, by their words and by their locks."""

from random import Random

from generator.drafting.likeness import Collection, Likeness
from generator.evidence.names import AliasTable
from generator.evidence.source import FullText

WORDS = "harbour ferry crane council night winter mail island crew vote wage rope tide quay bridge storm lamp".split()


def sentence(random: Random) -> str:
    return " ".join(random.choice(WORDS) for _ in range(12)).capitalize() + "."


def article(seed: int, sentences: int = 12) -> str:
    random = Random(seed)
    return "\n".join(sentence(random) for _ in range(sentences)) + "\n"


def collection(**texts: str) -> Collection:
    made = Collection()
    for name, text in texts.items():
        made.add(name, text)
    return made


def test_articles_of_their_own_are_not_alike() -> None:
    made = collection(**{f"article-{seed}": article(seed) for seed in range(40)})
    assert [made.like(f"article-{seed}") for seed in range(40)] == [()] * 40


def test_what_is_shared_is_counted_and_the_same_from_both_sides() -> None:
    mine = article(1)
    other = "".join(mine.splitlines(keepends=True)[:5]) + article(2, 10)
    made = collection(mine=mine, other=other)
    assert made.like("mine") == (Likeness("other", 5, 12),)
    assert made.like("other") == (Likeness("mine", 5, 15),)
    assert str(made.like("mine")[0]) == "5 of 12 sentences as in other"


def test_a_sentence_that_was_touched_up_is_the_same() -> None:
    mine = (
        "The mill will shorten shifts by 1.5 hours and lend money to families in debt, its owners wrote in a letter.\n"
    )
    other = mine.replace("its owners wrote", "the owners wrote late").replace("shorten shifts", "shorten its shifts")
    made = collection(mine=mine + article(1, 2) + article(3, 2), other=other + article(1, 2) + article(4, 2))
    assert [likeness.shared for likeness in made.like("mine")] == [3]


def test_few_or_short_sentences_make_no_likeness() -> None:
    shared = "".join(article(1).splitlines(keepends=True)[:2])
    made = collection(mine=shared + article(2), other=shared + article(3))
    assert made.like("mine") == ()
    made = collection(mine="Share this story.\n" * 9 + article(2), other="Share this story.\n" * 9 + article(3))
    assert made.like("mine") == ()


def test_those_that_share_most_come_first() -> None:
    mine = article(1)
    lines = mine.splitlines(keepends=True)
    made = collection(
        mine=mine, b="".join(lines[:4]) + article(2), a="".join(lines[:4]) + article(3), c="".join(lines[:9])
    )
    assert [likeness.other for likeness in made.like("mine")] == ["c", "a", "b"]


def test_the_same_words_are_known_however_they_are_set() -> None:
    made = collection(first='He said: "The ferry leaves at noon."\n\nNobody waited.\n')
    assert made.same("HE SAID:  “The ferry leaves at noon.”\nNobody waited.") == "first"
    assert made.same("He said: the ferry left at noon. Nobody waited.") == ""


def test_a_lock_knows_sentences_by_their_size_names_and_numbers() -> None:
    text = "".join(
        f"The mules of Tessby {n} carried {n + 20} sacks to Vernay {'in the rain ' * n}that day.\n" for n in range(6)
    )
    profiles = FullText(text, AliasTable({})).profiles
    made = collection(mine=text)
    assert made.like("mine", profiles) == ()

    class Locked:
        """As much of a lock as is compared."""

    locked = Locked()
    locked.profiles = profiles[:4]  # type: ignore[attr-defined]
    made.add_lock("locked", locked)  # type: ignore[arg-type]
    assert made.like("mine", profiles) == (Likeness("locked", 4, 6),)
