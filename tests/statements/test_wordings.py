"""What is one statement and what is not: a table of pairs, and what holds for all."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quotes.statements.canonical import RUN, anchors, canonical, runs
from quotes.statements.partition import candidates, partition
from quotes.statements.wordings import LONG, NEAR, NO_DAY, Wording, akin, hold, wording

DAY = date(2031, 5, 4)
VALE, DANFORTH, NOBODY = 1, 2, None


def said(text: str, speaker: int | None = VALE, day: date | None = DAY, place: str = "") -> Wording:
    return wording(text, speaker=speaker, day=day, place=place or text)


WORDS = [
    # a text, and its words
    ("We will talk.", "we will talk"),
    ("WE WILL TALK!", "we will talk"),
    ("“We will ‘talk’”", "we will talk"),
    ("«We — will – talk»…", "we will talk"),
    ("We will...talk", "we will talk"),
    ("We  will\n\ntalk ", "we will talk"),
    ("we\u200b will t\u00adalk", "we will talk"),
    ("[W]e will talk", "we will talk"),
    ("We agree[d] to talk", "we agreed to talk"),
    ("We [the council] will talk", "we will talk"),
    ("We [...] will […] talk [sic]", "we will talk"),
    ("[We will talk]", "we will talk"),
    ("We can’t, can't, canʼt", "we cant cant cant"),
    ("the council’s vote", "the councils vote"),
    ("Ça va, Ålesund, Łódź, Straße", "ca va alesund lodz strasse"),
    ("1,000 ships, 2.5 days, 1,2 or 3", "1000 ships 2 5 days 1 2 or 3"),
    ("a long-term plan", "a long term plan"),
    ("ﬁne １２", "fine 12"),
    ("Мы поговорим", "мы поговорим"),
    ("…!?", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "words"), WORDS)
def test_words(text: str, words: str) -> None:
    assert " ".join(canonical(text)) == words


HARBOUR = "We will keep the harbour open to every ship that comes in peace"

SAME = [
    (HARBOUR, "we will keep the harbour open to every ship that comes in peace."),
    (HARBOUR, "WE WILL KEEP THE HARBOUR OPEN TO EVERY SHIP THAT COMES IN PEACE"),
    (HARBOUR, "“We will keep the harbour ‘open’ — to every ship that comes in peace!”"),
    (HARBOUR, "We will keep the harbor open to every ship that comes in peace"),
    (HARBOUR, "[W]e will keep the harbour open to every ship that comes in peace"),
    (HARBOUR, "We [the council] will keep the harbour open to every ship that comes in peace"),
    (HARBOUR, "We will keep the harbour open … to every ship that comes in peace"),
    (HARBOUR, "We will keep the harbour open to every ship"),
    (HARBOUR, "open to every ship that comes in peace"),
    (HARBOUR, "keep the harbour open to every ship that comes"),
    (HARBOUR, "We will keep the harbour open"),
    (HARBOUR, f"Let me say this. {HARBOUR}. And nobody will change that."),
    (HARBOUR, "We will keep the harbour, as we always have, open to every ship that comes in peace"),
    (HARBOUR, "We will keep the harbour open to every single ship that comes in peace"),
    (HARBOUR, "We will, I promise, keep the harbour open to every ship … in peace"),
    (
        "The Labour party and its friends will defend us all",
        "The Labor party and its friends will defend us all",
    ),
    ("They recieved the envoys of the northern league", "They received the envoys of the northern league"),
    ("We don’t want a war with the northern league", "We don't want a war with the northern league"),
    ("The treaty costs 1,000 crowns for every ship", "The treaty costs 1000 crowns for every ship"),
    ("A long-term plan for the whole of the coast", "A long term plan for the whole of the coast"),
    ("The friends of Ålen and Łomsk go on and on", "The friends of Alen and Lomsk go on and on"),
    ("I think [she] is right about the old bridge", "I think the envoy is right about the old bridge"),
    ("The harbour\nstays open\n\nas long as we like", "The harbour stays open as long as we like"),
]

NOT_SAME = [
    (HARBOUR, "We will not keep the harbour open to every ship that comes in peace"),
    (HARBOUR, "We will keep the harbour open to no ship that comes in peace"),
    (HARBOUR, "We will keep the market open to every trader who comes in peace"),
    (HARBOUR, "We will keep the harbour closed to every ship that comes in peace"),
    (HARBOUR, "They will open the harbour and every ship will leave in peace"),
    (HARBOUR, "harbour open to every"),
    (HARBOUR, "We will keep the"),
    (HARBOUR, "in peace comes that ship every to open harbour the keep will we"),
    (HARBOUR, "open to every ship that comes in peace and pays its dues to the council of the coast"),
    ("We will support Ostrania in this war for ever", "We will support Velmark in this war for ever"),
    ("At least 10 ships were lost in the storm", "At least 12 ships were lost in the storm"),
    ("We lost ten ships and their crews in the storm", "We lost two ships and their crews in the storm"),
    ("I am going to stand for the council", "I am not going to stand for the council"),
    ("Nobody in the council wants to close it", "Everybody in the council wants to close it"),
    ("We can say that the talks went well last night", "We can’t say that the talks went well last night"),
    ("I would like to thank the people of Ostrania", "I would like to thank the sailors of Velmark"),
    ("We are ready to talk about the treaty of bridges", "We are ready to talk about the tax on herring"),
    ("The council of the coast will meet in the spring", "The council of the coast will meet in the autumn"),
    ("It was a good day for the people of the coast", "It was a bad day for the people of the coast"),
    ("We have increased the tax on every single ship", "We have lowered the tax on every single ship"),
    ("The envoy came to the north with empty hands", "The envoy came to the south with empty hands"),
    ("We will talk", "We will talk about the harbour and the old treaty"),
    ("We will talk", "We will walk"),
    ("We will talk", "We will talk soon"),
]  # fmt: skip


class TestOfOneSpeaker:
    @pytest.mark.parametrize(("one", "other"), SAME)
    def test_these_are_one_statement(self, one: str, other: str) -> None:
        assert akin(said(one), said(other, day=DAY + timedelta(900)))

    @pytest.mark.parametrize(("one", "other"), NOT_SAME)
    def test_these_are_not(self, one: str, other: str) -> None:
        assert not akin(said(one), said(other))

    @pytest.mark.xfail(reason="no five words in a row are the same", strict=True)
    def test_what_is_spelt_otherwise_too_often(self) -> None:
        assert akin(
            said("The Labour party and our defence matter"), said("The Labor party and our defense matter")
        )

    @pytest.mark.xfail(reason="what is quoted to be denied has the same words", strict=True)
    def test_what_is_quoted_to_be_denied(self) -> None:
        assert not akin(said(HARBOUR), said(f"It is a lie that {HARBOUR}"))


FEW_WORDS = [
    # speaker and day of one, of the other, whether they are one statement
    (VALE, DAY, VALE, DAY, True),
    (VALE, DAY, VALE, DAY + timedelta(1), True),
    (VALE, DAY, VALE, DAY + timedelta(NEAR), True),
    (VALE, DAY, VALE, DAY + timedelta(NEAR + 1), False),
    (VALE, DAY, VALE, DAY - timedelta(400), False),
    (VALE, DAY, VALE, None, False),
    (VALE, None, VALE, None, True),
    (VALE, DAY, DANFORTH, DAY, False),
    (VALE, DAY, NOBODY, DAY, False),
    (NOBODY, DAY, NOBODY, DAY, False),
]


@pytest.mark.parametrize(("speaker", "day", "other", "other_day", "same"), FEW_WORDS)
@pytest.mark.parametrize("text", ["No comment.", "Yes", "We will not do it"])
def test_a_few_words_are_one_of_one_speaker_on_near_days(
    text: str, speaker: int | None, day: date | None, other: int | None, other_day: date | None, same: bool
) -> None:
    first, second = said(text, speaker, day, "1"), said(text.upper(), other, other_day, "2")
    assert akin(first, second) is akin(second, first) is same


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [(VALE, VALE, True), (VALE, NOBODY, True), (NOBODY, NOBODY, True), (VALE, DANFORTH, False)],
)
def test_many_words_are_of_one_speaker_or_of_nobody(one: int | None, other: int | None, same: bool) -> None:
    assert akin(said(HARBOUR, one), said(HARBOUR.upper(), other)) is same


def test_a_text_without_words_is_like_no_other() -> None:
    assert not akin(said("…", place="1"), said("…", place="2"))
    assert said("…", place="1") != said("…", place="2")


def parts(*wordings: Wording) -> set[frozenset[Wording]]:
    return set(map(frozenset, partition(wordings)))


class TestPartition:
    beginning, end = "We will keep the harbour open", "to every ship that comes in peace"

    def test_a_chain_is_one_statement(self) -> None:
        chain = said(self.beginning), said(HARBOUR), said(self.end)
        assert parts(*chain) == {frozenset(chain)}
        assert len(parts(chain[0], chain[2])) == 2

    def test_days_are_a_chain_too(self) -> None:
        days = [said("Yes.", day=DAY + timedelta(6 * number)) for number in range(9)]
        assert parts(*days) == {frozenset(days)}
        assert parts(*days[:4], *days[5:]) == {frozenset(days[:4]), frozenset(days[5:])}

    def test_words_of_nobody_go_with_the_one_speaker(self) -> None:
        mine, nobodys = said(HARBOUR), said(HARBOUR, NOBODY)
        assert parts(mine, nobodys) == {frozenset({mine, nobodys})}

    def test_and_join_what_that_speaker_said(self) -> None:
        all_of_them = said(self.beginning), said(self.end), said(HARBOUR, NOBODY)
        assert parts(*all_of_them) == {frozenset(all_of_them)}

    def test_but_with_neither_of_two(self) -> None:
        assert len(parts(said(HARBOUR), said(HARBOUR, DANFORTH), said(HARBOUR, NOBODY))) == 3

    def test_nor_are_two_joined_by_several_of_nobody(self) -> None:
        one, other = said(self.beginning), said(self.end, DANFORTH)
        nobodys = said(HARBOUR, NOBODY), said(f"{HARBOUR} and pays", NOBODY)
        assert parts(one, other, *nobodys) == {frozenset({one}), frozenset({other}), frozenset(nobodys)}


vocabulary = st.sampled_from(canonical("we will not keep the harbour harbor open to every ship in peace"))
some = st.builds(
    said,
    st.lists(vocabulary, max_size=14).map(" ".join),
    st.sampled_from([VALE, DANFORTH, NOBODY]),
    st.sampled_from([DAY, DAY + timedelta(5), DAY + timedelta(10), NO_DAY]),
)


class TestWhatAlwaysHolds:
    @given(some, some)
    def test_kinship_is_mutual(self, one: Wording, other: Wording) -> None:
        assert akin(one, other) is akin(other, one)

    @given(some)
    def test_a_wording_is_akin_to_itself_unless_it_can_never_be_grouped(self, one: Wording) -> None:
        assert akin(one, one) is bool(one.words)

    @given(st.lists(some, unique=True, max_size=8), st.randoms(use_true_random=False))
    def test_the_order_does_not_matter(self, wordings: list[Wording], chance: random.Random) -> None:
        assert parts(*wordings) == parts(*chance.sample(wordings, len(wordings)))

    @given(st.lists(some, unique=True, max_size=8))
    def test_no_statement_is_of_two_speakers(self, wordings: list[Wording]) -> None:
        for group in partition(wordings):
            assert len({one.speaker for one in group} - {0}) <= 1

    @given(st.lists(some, unique=True, max_size=8))
    def test_what_is_akin_shares_a_key(self, wordings: list[Wording]) -> None:
        keyed = {frozenset(pair) for pair in candidates(wordings)}
        for one in wordings:
            for other in wordings:
                if one != other and one.is_long and akin(one, other):
                    assert frozenset((one, other)) in keyed

    @given(st.text(st.characters(exclude_characters="[]")))
    def test_words_stay_what_they_are(self, text: str) -> None:
        words = canonical(text)
        assert canonical(" ".join(words)) == words

    @given(st.lists(vocabulary, max_size=30))
    def test_a_text_has_an_anchor_for_every_run(self, words: list[str]) -> None:
        assert len(anchors(words)) == len(set(runs(words))) <= max(len(words) - RUN + 1, 0)
        assert LONG > RUN


CHANCE = random.Random(1)  # noqa: S311  # no secret
HOSTILE = {
    "one word": ("no ", "no "),
    "two words": ("no yes ", "yes no "),
    "few words": tuple(" ".join(CHANCE.choices("abcd", k=50)) for _ in range(2)),
    "brackets": ("[", "[a"),
    "one long word": ("a", "b"),
}


@pytest.mark.parametrize(
    "name", [*HOSTILE][:1] + [pytest.param(name, marks=pytest.mark.thorough) for name in [*HOSTILE][1:]]
)
def test_the_work_grows_with_the_text_and_no_faster(name: str, lines: Callable[..., int]) -> None:
    def work(length: int) -> int:
        return lines(_hold, name, length)

    assert work(8000) < 4.5 * work(2000)


@pytest.mark.thorough
@pytest.mark.parametrize("name", HOSTILE)
def test_long_texts_are_held_against_each_other_to_their_end(name: str) -> None:
    _hold(name, 200_000)


def _hold(name: str, length: int) -> None:
    hold(*(canonical((piece * length)[:length]) for piece in HOSTILE[name]))
