"""Which marks make a pair, and what stands between them."""

# ruff: noqa: E501 - a case a line reads best

from __future__ import annotations

from typing import Any

import pytest

from quotes.extraction.marks import pair

from .cases import name

# fmt: off
CURLY = [
    ("“We will wait,” she said.", "We will wait,"),
    ("“No,” she said. “Never.”", "No,", "Never."),
    ("She said “no” and “never”.", "no", "never"),
    ("She said—“no”—and left.", "no"),
    ("She left (“no,” she said).", "no,"),
    ("“No.” “Yes.” “No.”", "No.", "Yes.", "No."),
    ("“Will they wait?” she asked.", "Will they wait?"),
    ("“We will wait”, she said.", "We will wait"),
    ("“We will wait”.", "We will wait"),
    ("“We will wait,”[1] she said.", "We will wait,"),
    ("*“We will wait,”* she said.", "We will wait,"),
    ("“We will wait,“ she said.", "We will wait,"),
    ("”We will wait,” she said.", "We will wait,"),
    ("She said:“We will wait.”", "We will wait."),
    ("She said “no”; he said “yes”.", "no", "yes"),
]
STRAIGHT = [
    ('"We will wait," she said.', "We will wait,"),
    ('"No," she said. "Never."', "No,", "Never."),
    ('She said "no" and "never".', "no", "never"),
    ('She said--"no"--and left.', "no"),
    ('She left ("no," she said).', "no,"),
    ('"No." "Yes." "No."', "No.", "Yes.", "No."),
    ('She said:"We will wait."', "We will wait."),
    ('She said,"We will wait."', "We will wait."),
    ('"We will wait,"she said.', "We will wait,"),
    ('"We will wait,"[1] she said.', "We will wait,"),
    ('The "new"/"old" party left.', "new", "old"),
    ('She called it a "must-see"-type film.', "must-see"),
    ('" We will wait, " she said.', "We will wait,"),
]
OTHER_MARKS = [
    ("«We will wait», she said.", "We will wait"),
    ("« We will wait », she said.", "We will wait"),
    ("«\u00a0We will wait\u00a0», she said.", "We will wait"),
    ("«\u202fWe will wait\u202f», she said.", "We will wait"),
    ("»We will wait«, she said.", "We will wait"),
    ("She said «no» and «never».", "no", "never"),
    ("„We will wait“, she said.", "We will wait"),
    ("„We will wait”, she said.", "We will wait"),
    ("‟We will wait,” she said.", "We will wait,"),
    ("``We will wait,'' she said.", "We will wait,"),
    ("``No,'' she said. ``Never.''", "No,", "Never."),
    ("''We will wait,'' she said.", "We will wait,"),
    ("''No,'' she said. ''Never.''", "No,", "Never."),
    ("‘We will wait,’ she said.", "We will wait,"),
    ("'We will wait,' she said.", "We will wait,"),
    ("‘No,’ she said. ‘Never.’", "No,", "Never."),
    ("'No,' she said. 'Never.'", "No,", "Never."),
    ("She said ‘no’ and ‘never’.", "no", "never"),
]
MIXED_MARKS = [
    ('“We will wait," she said.', "We will wait,"),
    ('"We will wait,” she said.', "We will wait,"),
    ('“No,” she said. "Never."', "No,", "Never."),
    ('"No," she said. “Never.”', "No,", "Never."),
    ("“No,” she said. ‘Never.’", "No,", "Never."),
    ("“No,” she said. «Never.»", "No,", "Never."),
    ("\"No,\" she said. ``Never.''", "No,", "Never."),
]
NESTED = [
    ("“He told me ‘never’ and left,” she said.", "He told me ‘never’ and left,"),
    ("\"He told me 'never' and left,\" she said.", "He told me 'never' and left,"),
    ("‘He told me “never” and left,’ she said.", "He told me “never” and left,"),
    ("'He told me \"never\" and left,' she said.", 'He told me "never" and left,'),
    ("“He told me “never” and left,” she said.", "He told me “never” and left,"),
    ('“He told me "never" and left,” she said.', 'He told me "never" and left,'),
    ("«He told me “never” and left», she said.", "He told me “never” and left"),
    ("“He told me «never» and left,” she said.", "He told me «never» and left,"),
    ("She called it “the ‘best’ deal,” then left.", "the ‘best’ deal,"),
    ("“I heard ‘no,’ ‘never’ and ‘not now,’ all day,” she said.", "I heard ‘no,’ ‘never’ and ‘not now,’ all day,"),
    ("“He told me, ‘Never,’ and I told him, ‘Now’s the time,’ again,” she said.", "He told me, ‘Never,’ and I told him, ‘Now’s the time,’ again,"),
    ("“He told me, ‘Never.’” She left.", "He told me, ‘Never.’"),
    ("“He told me, ‘Never.’ ” She left.", "He told me, ‘Never.’"),
    ("\"He told me, 'Never.'\" She left.", "He told me, 'Never.'"),
    ("“‘Never’ is the word,” she said.", "‘Never’ is the word,"),
    ("\"'Never' is the word,\" she said.", "'Never' is the word,"),
    ("“‘Never’ and ‘now’” is how she put it.", "‘Never’ and ‘now’"),
    ("‘“Never” is the word,’ she said.", "“Never” is the word,"),
    ("‘My chairman said, “We will wait.”’ She left.", "My chairman said, “We will wait.”"),
    ("'My chairman said, \"We will wait.\"' She left.", "My chairman said, \"We will wait.\""),
]
APOSTROPHES = [
    ("“It’s the ministers’ vote, don’t wait,” she said.", "It’s the ministers’ vote, don’t wait,"),
    ("\"It's the ministers' vote, don't wait,\" she said.", "It's the ministers' vote, don't wait,"),
    ("‘It’s the ministers’ vote,’ she said.", "It’s the ministers’ vote,"),
    ("'It's the ministers' vote,' she said.", "It's the ministers' vote,"),
    ("‘No,’ she said. ‘It’s Mira’s turn.’", "No,", "It’s Mira’s turn."),
    ("'No,' she said. 'It's Mira's turn.'", "No,", "It's Mira's turn."),
    ("The ministers’ vote didn’t matter.",),
    ("The ministers' vote didn't matter.",),
    ("The Danforths’ house and the Brandts’ farm burned.",),
    ("The Danforths' house and the Brandts' farm burned.",),
    ("The '90s had rock 'n' roll.",),
    ("The ’90s had rock ’n’ roll.",),
    ("The ‘90s had rock ‘n’ roll.",),
    ("Mira O’Hara’s and Tomas d’Abrial’s boats left.",),
    ("Rock ’n’ roll’s “kings” left.", "kings"),
    ("“They were just talkin’,” she said.", "They were just talkin’,"),
    ("“They were just talkin’” was what she said.", "They were just talkin’"),
    ("“’Tis a pity,” she said.", "’Tis a pity,"),
    ("“The house is the ministers’” is what she said.", "The house is the ministers’"),
    ("The ministers’ “best” vote was the envoys’ worst.", "best"),
    ("Oskar ‘Ox’ Brandt met the ministers’ wives.", "Ox"),
    ("She said ‘the ministers’ vote’ mattered.", "the ministers’ vote"),
]
MEASURES = [
    ('The 6" pipe and the 12" pipe burst.',),
    ('A 19" screen is "the best," she said.', "the best,"),
    ("He is 5'10\" tall.",),
    ("At 41° 24' 12.2\" N the ship stopped.",),
    ("“He is 6'2\" tall,” she said.", "He is 6'2\" tall,"),
    ('"He is 6\'2" tall," she said.', "He is 6'2\" tall,"),
    ('"It was 1999," she said.', "It was 1999,"),
    ('"It was in 1999" was her answer.', "It was in 1999"),
]
INSIDE = [
    ("“One.\r\n\r\n“Two,” she said.", "One.", "Two,"),
    ("“[The treaty] is … dead [sic],” she said.", "[The treaty] is … dead [sic],"),
    ("“… and so it goes,” she said.", "… and so it goes,"),
    ("“...and so it goes,” she said.", "...and so it goes,"),
    ("“and so it goes …” she said.", "and so it goes …"),
    ("“¿Quién sabe?” she asked.", "¿Quién sabe?"),
    ("“(Laughs) We will wait,” she said.", "(Laughs) We will wait,"),
    ("“We — all of us — will wait —” she said.", "We — all of us — will wait —"),
    ("“#WeWait” was the tag.", "#WeWait"),
    ("“20 ships,” she said.", "20 ships,"),
    ("“É assim,” she said.", "É assim,"),
    ("“等一下,” she said.", "等一下,"),
    ("“🙂 fine,” she wrote.", "🙂 fine,"),
    ("“\u00a0We will wait,\u00a0” she said.", "We will wait,"),
    ("“ We will wait, ” she said.", "We will wait,"),
    ("The private sign \ue000 and “the \ue000\ue001 word” stay.", "the \ue000\ue001 word"),
    ("Nothing “” here.",),
    ('Nothing "" here.',),
    ('Nothing " " here.',),
    ("Nothing ‘’ here.",),
    ("Nothing at all.",),
    ("",),
]
MISSING = [
    ("“We will wait, she said.\n\nHe left.\n\n“Never,” he said.", "We will wait, she said.", "Never,"),
    ('"We will wait, she said.\n\nHe left.\n\n"Never," he said.', "We will wait, she said.", "Never,"),
    ("We will wait,” she said.\n\n“Never,” he said.", "Never,"),
    ('We will wait," she said.\n\n"Never," he said.', "Never,"),
    ("“No,” she said. “Never, he said.\n\n“Yes,” she said.", "No,", "Never, he said.", "Yes,"),
    ('"No," she said. "Never, he said.\n\nHe left.\n\n"Yes," she said.', "No,", "Never, he said.", "Yes,"),
    ("“No, she said. “Never,” he said.", "Never,"),
    ("‘We will wait, she said.\n\nHe left.\n\n‘Never,’ he said.", "Never,"),
    ("‘Tis late, she said.\n\nHe left.\n\n‘Never,’ he said.", "Never,"),
    ("«We will wait, she said.\n\nHe left.\n\n«Never», he said.", "We will wait, she said.", "Never"),
    ("``We will wait, she said.\n\nHe left.\n\n``Never,'' he said.", "We will wait, she said.", "Never,"),
    ("”\n\n“Never,” he said.", "Never,"),
    ("“\n\n“Never,” he said.", "Never,"),
    ("He left.”\n\n‘Never,’ he said.", "Never,"),
    ("“He told me ‘never and left,” she said.", "He told me ‘never and left,"),
    ("“He told me never’ and left,” she said.", "He told me never’ and left,"),
]
TAGS = [
    ('<a href="x">Mira</a> said “no.”', "no."),
    ('<a href="x">Mira</a> said "no."', "no."),
    ('<p class="lead">"No," she said.</p>', "No,"),
    ("<p class='lead'>“No,” she said.</p>", "No,"),
    ('<b>"No,"</b> she said.', "No,"),
    ('<br/>"No," she said.<br/>', "No,"),
    ('“See <a href="x">this</a> now,” she said.', 'See <a href="x">this</a> now,'),
    ('It was < 6 and "fine" then.', "fine"),
    ('a <b "fine" then.', "fine"),
    ('1 <2 and "fine" >1', "fine"),
]
# fmt: on


@pytest.mark.parametrize("case", CURLY, ids=name)
def test_curly_marks(case: Any) -> None:
    _check(*case)


@pytest.mark.parametrize("case", STRAIGHT, ids=name)
def test_straight_marks(case: Any) -> None:
    _check(*case)


@pytest.mark.parametrize("case", OTHER_MARKS, ids=name)
def test_other_marks(case: Any) -> None:
    _check(*case)


@pytest.mark.parametrize("case", MIXED_MARKS, ids=name)
def test_two_kinds_of_marks_in_one_text(case: Any) -> None:
    _check(*case)


@pytest.mark.parametrize("case", NESTED, ids=name)
def test_the_outer_quotation_keeps_the_inner_ones(case: Any) -> None:
    _check(*case)


@pytest.mark.parametrize("case", APOSTROPHES, ids=name)
def test_an_apostrophe_is_no_mark(case: Any) -> None:
    _check(*case)


@pytest.mark.parametrize("case", MEASURES, ids=name)
def test_inches_and_feet_are_no_marks(case: Any) -> None:
    _check(*case)


@pytest.mark.parametrize("case", INSIDE, ids=name)
def test_whatever_stands_inside_is_kept_as_it_is(case: Any) -> None:
    _check(*case)


@pytest.mark.parametrize("case", MISSING, ids=name)
def test_a_missing_mark_spoils_at_most_its_paragraph(case: Any) -> None:
    _check(*case)


@pytest.mark.parametrize("case", TAGS, ids=name)
def test_marks_in_tags_are_no_quotations(case: Any) -> None:
    _check(*case)


@pytest.mark.parametrize(
    "mark",
    ["“”", '""', "«»", "‘’"],
)
def test_a_quotation_over_paragraphs_is_reopened(mark: str) -> None:
    opener, closer = mark
    found = pair(
        f"{opener}One.\n\n{opener}Two.\n\n{opener}Three,{closer} she said.\n\n{opener}Four,{closer} he said."
    )
    assert [(q.closed, q.reopened) for q in found] == [
        (False, False),
        (False, True),
        (True, True),
        (True, False),
    ]


def test_a_paragraph_without_marks_ends_what_was_left_open() -> None:
    found = pair("“One.\n\nShe paused.\n\n“Two,” she said.")
    assert [q.reopened for q in found] == [False, False]


def test_a_paragraph_that_opens_later_does_not_go_on() -> None:
    found = pair("“One.\n\nShe said: “Two.”")
    assert [q.reopened for q in found] == [False, False]


def _check(text: str, *contents: str) -> None:
    found = pair(text)
    assert [text[q.start : q.end] for q in found] == list(contents)
    for q in found:
        assert q.open < q.start < q.end <= q.close <= len(text)
