"""Who is one speaker across documents, whatever the order in which they come and go.

Each word of a case is a document: "name, country, role", in which the named person says something.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from itertools import permutations
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from quotes.errors import NotFoundError
from quotes.store.filters import QuoteFilter
from quotes.store.models import alias_documents, aliases, namings, quotes, redirects, speakers
from quotes.store.queries import get_speaker, select_quotes, select_speakers
from quotes.store.save import save

PROPERTY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
Make = Callable[..., Any]
Fresh = Callable[[], AbstractContextManager[Session]]


@pytest.fixture
def written(article: Make, said: Make) -> Callable[[str], Any]:
    """Return a function that writes the document of a word, or of several words parted by a stroke."""

    def written(words: str) -> Any:
        spoken = []
        for number, one in enumerate(words.split("|")):
            name, country, role = (*(part.strip() for part in one.split(",")), "", "")[:3]
            kind = "person" if not name.startswith("the ") else "organisation"
            spoken.append(
                said(f"{words} {number}.", name, name, kind=kind, country=country or None, role=role or None)
            )
        return article(*spoken, opening=f"{words}\n\n")

    return written


def who_said(session: Session) -> set[frozenset[str]]:
    """Return the words of each speaker together; those of nobody, each alone, with a mark."""
    found: dict[Any, set[str]] = defaultdict(set)
    for id_, speaker, text in session.execute(select(quotes.c.id, quotes.c.speaker_id, quotes.c.text)):
        found[("nobody", id_) if speaker is None else speaker].add(f"{'? ' if speaker is None else ''}{text}")
    return set(map(frozenset, found.values()))


def state(session: Session) -> Any:
    """Return all that readers see of speakers, but their ids."""
    seen = sorted(
        (one.name, str(one.kind), one.aliases, one.quotes, one.documents)
        for one in select_speakers(session, per_page=10_000).results
    )
    return seen, who_said(session)


def consistent(session: Session) -> None:
    """Assert that what is stored twice says the same."""
    counted = select(quotes.c.speaker_id, func.count(), func.count(quotes.c.document_id.distinct())).group_by(
        quotes.c.speaker_id
    )
    counts = {row[0]: tuple(row[1:]) for row in session.execute(counted)}
    for row in session.execute(select(speakers)):
        assert counts.get(row.id, (0, 0)) == (row.quotes, row.documents)
    quoted = select(quotes.c.speaker_id, namings.c.speaker_id.label("of_naming"))
    for row in session.execute(quoted.join(namings, namings.c.id == quotes.c.naming_id)):
        assert row.speaker_id == row.of_naming
    assert set(session.scalars(select(speakers.c.id))) == set(
        session.scalars(select(namings.c.speaker_id))
    ) - {None}
    used = select(aliases.c.naming_id, func.count(alias_documents.c.document_id.distinct()))
    used = used.join(alias_documents, alias_documents.c.alias_id == aliases.c.id).group_by(
        aliases.c.naming_id
    )
    uses = {row[0]: row[1] for row in session.execute(used)}
    for row in session.execute(select(namings)):
        assert row.documents == uses.get(row.id, 0)
    named = select(namings.c.id).where(namings.c.fixed.is_(None))
    assert set(session.scalars(named)) <= set(session.scalars(select(aliases.c.naming_id)))


# Documents; who is one speaker, by the place in the list; what could be several's is in none.
CASES = [
    (["Mira Danforth", "MIRA DANFORTH", "Mira Anne Danforth"], ["012"]),
    (["Masoud Tarzemi", "Massoud Tarzemi", "President Masud Tarzemi"], ["012"]),
    (["Han Do-jun", "Do-jun Han", "Han Dojun"], ["012"]),
    (["Abdel Fattah al-Sisi", "Abdelfattah El-Sisi"], ["01"]),
    (["M. Danforth", "Mira Danforth", "Marta Danforth"], ["1", "2"]),
    (["Jo Vale,DE", "Jo Vale,FR", "Jo Vale"], ["0", "1"]),
    (["Jo Vale,DE,mayor", "Jo Vale,FR", "Jo Vale,,mayor"], ["02", "1"]),
    (["Jo Vale,,the foreign minister", "Jo Vale,,the goalkeeper"], ["0", "1"]),
    # a surname alone
    (["Danforth", "Danforth"], ["01"]),
    (["Danforth", "Mira Danforth"], ["1"]),
    (["Danforth,DE", "Mira Danforth,DE"], ["01"]),
    (["Danforth,DE", "Mira Danforth,FR"], ["0", "1"]),
    (["Danforth,DE", "Mira Danforth,DE", "Ola Danforth,DE"], ["1", "2"]),
    (["Danforth,DE,mayor", "Mira Danforth,DE,mayor", "Ola Danforth,DE"], ["01", "2"]),
    (["Danforth,,the chancellor", "Mira Danforth,DE,chancellor", "Ola Danforth,FR"], ["01", "2"]),
    (["Danforth|Mira Danforth", "Ola Danforth"], ["0b", "1"]),
    (["Park,KR", "Park Su-ji,KR"], ["01"]),
    (["Park", "Park Su-ji,KR"], ["0", "1"]),
    # bodies
    (["the Foreign Ministry,AZ", "the Azerbaijani Foreign Ministry", "the Foreign Ministry,AM"], ["01", "2"]),
    (["the Foreign Ministry", "the Foreign Ministry,AZ"], ["1"]),
    (["the Lantern Institute", "the Lantern Institute,DE"], ["01"]),
]


@pytest.mark.parametrize(("documents", "expected"), CASES, ids=lambda value: " / ".join(value))
def test_who_is_one_speaker(fresh: Fresh, written: Make, documents: list[str], expected: list[str]) -> None:
    articles = [written(words) for words in documents]
    wanted = set()
    for numbers in expected:
        wanted.add(frozenset(_text(documents, number) for number in _numbered(numbers)))
    states = []
    for order in permutations(articles):
        with fresh() as session:
            for one in order:
                save(session, one.document, one.extraction, extractor_version="1")
            consistent(session)
            assert {said for said in who_said(session) if not next(iter(said)).startswith("?")} == wanted
            states.append(state(session))
    assert all(one == states[0] for one in states)


def _numbered(numbers: str) -> list[tuple[int, int]]:
    """Read "0b1": the second speaker of the first document, and the first of the second."""
    found: list[tuple[int, int]] = []
    for character in numbers:
        if character.isdigit():
            found.append((int(character), 0))
        else:
            found[-1] = (found[-1][0], ord(character) - ord("a"))
    return found


def _text(documents: Sequence[str], number: tuple[int, int]) -> str:
    return f"{documents[number[0]]} {number[1]}."


class TestNumbers:
    def test_a_namesake_who_is_named_once_makes_nobody_doubtful(
        self, session: Session, article: Make, said: Make
    ) -> None:
        countries = [*["DE"] * 10, "FR", None]
        articles = [
            article(said(f"{k}.", "Vale", "Jo Vale", country=country)) for k, country in enumerate(countries)
        ]
        for one in articles[:9] + articles[10:]:
            save(session, one.document, one.extraction, extractor_version="1")
        assert _unlinked(session) == 1
        save(session, articles[9].document, articles[9].extraction, extractor_version="1")
        consistent(session)
        assert _unlinked(session) == 0
        nothing = type(articles[0].extraction)((), ())
        save(session, articles[0].document, nothing, extractor_version="2")
        consistent(session)
        assert _unlinked(session) == 1

    many = st.lists(st.sampled_from([*["DE"] * 5, "FR", ""]), min_size=10, max_size=24)

    @PROPERTY
    @given(many, st.randoms())
    def test_the_order_does_not_matter(
        self, fresh: Fresh, article: Make, said: Make, countries: list[str], rng: random.Random
    ) -> None:
        articles = [
            article(
                said(f"{k}.", "Vale", "Jo Vale", country=country or None, role="mayor" if k % 2 else None)
            )
            for k, country in enumerate(countries)
        ]
        states = []
        for order in (articles, rng.sample(articles, len(articles))):
            with fresh() as session:
                _save_all(session, order, "1")
                consistent(session)
                states.append(state(session))
        assert states[0] == states[1]


def _unlinked(session: Session) -> int:
    unlinked = select(func.count()).where(quotes.c.speaker_id.is_(None), quotes.c.naming_id.is_not(None))
    return session.scalar(unlinked) or 0


class TestIds:
    def test_an_old_id_leads_to_the_speaker_who_has_the_quotes_now(
        self, session: Session, store: Make, written: Make
    ) -> None:
        store(written("Danforth,DE"))
        (before,) = select_speakers(session).results
        store(written("Mira Danforth,DE"))
        (after,) = select_speakers(session).results
        assert (after.name, after.quotes) == ("Mira Danforth", 2)
        assert get_speaker(session, before.id) == after
        assert select_quotes(session, QuoteFilter(speaker_id=before.id)).count == 2

    def test_a_speaker_keeps_the_id_when_a_fuller_name_comes(
        self, session: Session, store: Make, written: Make
    ) -> None:
        store(written("M. Danforth"))
        (before,) = select_speakers(session).results
        store(written("Mira Danforth"))
        (after,) = select_speakers(session).results
        assert (after.id, after.name) == (before.id, "Mira Danforth")

    def test_the_first_speaker_of_a_name_keeps_the_id_when_a_namesake_comes(
        self, session: Session, store: Make, written: Make
    ) -> None:
        store(written("Jo Vale,DE"))
        (first,) = select_speakers(session).results
        store(written("Jo Vale,FR"))
        assert get_speaker(session, first.id).quotes == 1
        assert (
            select_quotes(session, QuoteFilter(speaker_id=first.id)).results[0].text.startswith("Jo Vale,DE")
        )

    def test_nobody_is_left_of_whom_it_is_not_known_any_more(
        self, session: Session, store: Make, written: Make
    ) -> None:
        store(written("Danforth"))
        (before,) = select_speakers(session).results
        store(written("Mira Danforth"))
        with pytest.raises(NotFoundError):
            get_speaker(session, before.id)
        assert session.execute(select(redirects)).all() == []


class TestUnlinked:
    def test_a_word_is_nobodys_again_when_the_name_that_began_with_it_is_gone(
        self, session: Session, written: Make
    ) -> None:
        articles = [written(words) for words in ("J. Vale", "Vale Jo,,goalkeeper", "Vale,,goalkeeper")]
        _save_all(session, articles, "1")
        assert _unlinked(session) == 0
        nothing = type(articles[1].extraction)((), ())
        save(session, articles[1].document, nothing, extractor_version="2")
        consistent(session)
        assert _unlinked(session) == 1

    def test_quotes_of_what_could_be_several_are_found_by_the_name(
        self, session: Session, store: Make, written: Make
    ) -> None:
        store(written("Jo Vale,DE"), written("Jo Vale,FR"), written("Jo Vale"), written("Ola Brandt"))
        found = select_quotes(session, QuoteFilter(speaker="Jo Vale")).results
        assert sorted(str(quote.speaker.id if quote.speaker else None) for quote in found) == [
            "1",
            "2",
            "None",
        ]

    @pytest.mark.parametrize("name", ["Massoud Tarzemi", "Tarzemi, Masud", "Tarzemi", "TARZEMI"])
    def test_a_speaker_is_found_by_another_spelling(
        self, session: Session, store: Make, written: Make, name: str
    ) -> None:
        store(written("Masoud Tarzemi"))
        assert select_quotes(session, QuoteFilter(speaker=name)).count == 1


WORDS = st.tuples(
    st.sampled_from(
        ["Jo Vale", "J. Vale", "Jo A. Vale", "Vale", "Vale Jo", "Jim Vale", "the Foreign Ministry"]
    ),
    st.sampled_from(["", "", "DE", "FR"]),
    st.sampled_from(["", "", "mayor", "goalkeeper"]),
).map(",".join)
DOCUMENTS = st.lists(
    st.lists(WORDS, min_size=1, max_size=2).map("|".join), min_size=1, max_size=6, unique=True
)


@PROPERTY
@given(DOCUMENTS, st.randoms(), st.data())
def test_neither_the_order_nor_what_was_read_between_matters(
    fresh: Fresh, written: Make, documents: list[str], rng: random.Random, data: st.DataObject
) -> None:
    articles = [written(words) for words in documents]
    kept = data.draw(st.lists(st.sampled_from(range(len(articles))), unique=True))
    with fresh() as session:
        _save_all(session, (articles[k] for k in kept), "2")
        consistent(session)
        expected = state(session)
    with fresh() as session:
        shuffled = rng.sample(articles, len(articles))
        _save_all(session, shuffled, "1")
        consistent(session)
        for k, one in enumerate(articles):
            found = one.extraction if k in kept else type(one.extraction)((), ())
            save(session, one.document, found, extractor_version="2")
            consistent(session)
        assert state(session) == expected


def _save_all(session: Session, articles: Iterable[Any], version: str) -> None:
    for one in articles:
        save(session, one.document, one.extraction, extractor_version=version)
