"""Random filters give the rows that a plain reading of the records gives, the same on both databases."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.orm import Session

from quotes import Attribution, Document, Extraction, SaidOn, Span
from quotes.store.filters import QuoteFilter
from quotes.store.findings import GroupBy
from quotes.store.groups import group_quotes
from quotes.store.queries import select_quotes
from quotes.store.records import QuoteRecord
from quotes.store.save import save_all

pytestmark = pytest.mark.thorough  # each example asks for all pages, twice
SORTS = ["-day", "said_on,-published_on", "-confidence,-day", "confidence,published_on,-id", "id,day"]
DAYS = [date(2031, 5, 4) + timedelta(days=day) for day in range(4)]
OUTLETS = ["The Lantern", "Hill Post", None]
# who, for which country, in which office: with others they would be namesakes
SPEAKERS = {
    "Mira Danforth": ("XO", "envoy"),
    "Ola Brandt": ("XV", "harbour master"),
    "Lena Osk": (None, None),
}
ADDRESSEES = ["the council", "reporters", None]
AGENCIES = ["the Pier Agency", None]
WORDS = ["harbour", "harbours", "treaty", "ferry", "open"]
CUES = [("said", "say"), ("warned", "warn")]


def news(seed: int) -> Iterator[tuple[Document, Extraction]]:
    """Invent documents of up to three quotes each, in which everything can be told or not."""
    chance = random.Random(seed)  # noqa: S311  # the same news every time
    for number in range(30):
        day = chance.choice([*DAYS, None])
        text, found = f"{number}. ", []
        for _ in range(chance.randint(1, 3)):
            more, quote = _quote(chance, len(text), day)
            text += more
            found.append(quote)
        document = Document(text=text, published_on=day, outlet=chance.choice(OUTLETS))
        yield document, Extraction(tuple(found), ())


def _quote(chance: random.Random, start: int, day: date | None) -> tuple[str, Attribution]:
    text = ""

    def put(words: str | None) -> Span | None:
        nonlocal text
        if words is None:
            return None
        text += f"{words} "
        return Span(start + len(text) - len(words) - 1, start + len(text) - 1)

    content = put(" ".join(chance.choices(WORDS, k=3)))
    speaker = chance.choice([*SPEAKERS, None])
    country, role = SPEAKERS[speaker] if speaker else (None, None)
    if speaker is None and chance.random() < 0.5:
        return text, Attribution(content=(content,), kind=chance.choice(["direct", "mixed"]), reason="title")
    cue, lemma = chance.choice(CUES)
    told = {"addressee": put(chance.choice(ADDRESSEES)), "reported_by": put(chance.choice(AGENCIES))}
    quote = Attribution(
        content=(content,),
        kind=chance.choice(["direct", "mixed", "indirect"]),
        cue=put(cue),
        cue_lemma=lemma,
        source=put(speaker or "an official"),
        speaker=speaker,
        speaker_kind="person" if speaker else "unnamed",
        role=put(chance.choice([role, None])),
        rule=chance.choice(["after_verb", "before_verb"]),
        confidence=chance.choice([0.5, 0.9]),
        country=country,
        channel=chance.choice(["letter", "speech", None]),
        said_on=_said_on(chance, put, day),
        **told,
    )
    return text, quote


def _said_on(chance: random.Random, put: Callable[[str], Any], day: date | None) -> SaidOn | None:
    precision = chance.choice(["day", "month", "year", None])
    if precision is None or day is None:
        return None
    first = {"day": day - timedelta(days=3), "month": day.replace(day=1), "year": day.replace(month=1, day=1)}
    return SaidOn(first[precision], precision, "words", put("then"))


def one_of(*values: str | None) -> st.SearchStrategy[str]:
    """Some of the values, or all but some."""
    known = [value for value in values if value is not None]
    some = st.lists(st.sampled_from([*known, "Nobody"]), min_size=1, max_size=3)
    return st.builds(lambda sign, some: sign + "|".join(some), st.sampled_from(["", "!"]), some)


FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "speaker": one_of(*SPEAKERS),
    "office": one_of("envoy", "harbour master"),
    "outlet": one_of(*OUTLETS),
    "addressee": one_of(*ADDRESSEES),
    "reported_by": one_of(*AGENCIES),
    "cue": one_of("say", "warn"),
    "rule": one_of("after_verb", "before_verb"),
    "country": st.sampled_from(["XO", "!XO", "XO|XV", "!XO|XV"]),
    "channel": st.sampled_from(["letter", "!letter", "letter|speech", "tweet"]),
    "kind": st.sampled_from(["direct", "!direct|mixed", "indirect|mixed"]),
    "speaker_kind": st.sampled_from(["person", "!person", "unnamed"]),
    "attributed": st.booleans(),
    "min_confidence": st.sampled_from([0.4, 0.9, 0.95]),
    "updated_since": st.sampled_from([datetime(2020, 1, 1), datetime(2100, 1, 1, tzinfo=UTC)]),  # noqa: DTZ001
    **{name: st.dates(date(2030, 12, 30), date(2031, 5, 9)) for name in ("from_", "said_from")},
    **{name: st.dates(date(2031, 5, 9), date(2032, 1, 2)) for name in ("to", "said_to")},
    "published_from": st.sampled_from(DAYS),
    "published_to": st.just(DAYS[-1]),
    "q": st.sampled_from(["harbour", "harbour -treaty", "ferry OR open", "NOT (ferry OR treaty)"]),
    "q_exact": st.sampled_from(["harbours", "NOT harbours", '"open open" OR treat*']),
}


def filters() -> st.SearchStrategy[QuoteFilter]:
    """A few fields together: with more, nothing is left."""
    names = st.lists(st.sampled_from(sorted(FIELDS)), unique=True, max_size=3)
    return names.flatmap(lambda names: st.fixed_dictionaries({name: FIELDS[name] for name in names})).map(
        lambda fields: QuoteFilter(**fields)
    )


def plainly(quotes: Sequence[QuoteRecord], wanted: QuoteFilter) -> set[int]:
    """Return the ids of those records of which all that is wanted is true."""
    return {quote.id for quote in quotes if all(_holds(quote, wanted))}


def _holds(quote: QuoteRecord, wanted: QuoteFilter) -> Iterator[bool]:
    document = quote.document
    yield _chosen(wanted.speaker, quote.speaker and quote.speaker.name)
    yield _chosen(wanted.office, quote.office and quote.office.title)
    yield _chosen(wanted.outlet, document.outlet)
    yield _chosen(wanted.addressee, quote.addressee and quote.addressee.text)
    yield _chosen(wanted.reported_by, quote.reported_by and quote.reported_by.text)
    yield _chosen(wanted.cue, quote.cue and quote.cue.lemma)
    for name in ("rule", "country", "channel", "kind"):
        yield _chosen(getattr(wanted, name), getattr(quote, name))
    kind = "unnamed" if quote.source else None
    yield _chosen(wanted.speaker_kind, quote.speaker.kind if quote.speaker else kind)
    yield wanted.attributed in (None, quote.source is not None)
    yield wanted.min_confidence is None or (quote.confidence or 0) >= wanted.min_confidence
    yield wanted.updated_since is None or wanted.updated_since.year == 2020
    yield _between(document.published_on, "day", wanted.published_from, wanted.published_to)
    said = quote.said_on
    yield _between(said and said.date, said.precision if said else "day", wanted.said_from, wanted.said_to)
    day = quote.day
    yield _between(day and day.date, day.precision if day else "day", wanted.from_, wanted.to)
    words = quote.text.split()
    stems = {word.removesuffix("s") for word in words}
    yield {
        None: True,
        "harbour": "harbour" in stems,
        "harbour -treaty": "harbour" in stems and "treaty" not in stems,
        "ferry OR open": bool({"ferry", "open"} & stems),
        "NOT (ferry OR treaty)": not {"ferry", "treaty"} & stems,
    }[wanted.q]
    yield {
        None: True,
        "harbours": "harbours" in words,
        "NOT harbours": "harbours" not in words,
        '"open open" OR treat*': "open open" in quote.text or "treaty" in words,
    }[wanted.q_exact]


def _chosen(wanted: str | int | None, value: str | None) -> bool:
    if wanted is None:
        return True
    text = str(wanted)
    return (value in text.removeprefix("!").split("|")) is not text.startswith("!")


def _between(day: date | None, precision: str, first: date | None, last: date | None) -> bool:
    if day is None or (first is None and last is None):
        return first is None and last is None
    month = {"day": day.month, "month": day.month, "year": 12}[precision]
    until = day if precision == "day" else day.replace(month=month, day=31)  # in May and December
    return (first is None or until >= first) and (last is None or day <= last)


@pytest.fixture(scope="module")
def filled(open_both: tuple[Session, Session]) -> tuple[Session, Session]:
    """Return a session on each database, both with the same news."""
    for session in open_both:
        for saved in save_all(session, list(news(7)), extractor_version="1"):
            assert getattr(saved, "status", saved) == "new"
        session.commit()
    return open_both


@pytest.fixture(scope="module")
def stored(filled: tuple[Session, Session]) -> list[Sequence[QuoteRecord]]:
    """Return all quotes of each."""
    return [select_quotes(session, QuoteFilter(), per_page=1000).results for session in filled]


def keys(quote: QuoteRecord, by: GroupBy) -> str | None:
    """Return in which group a quote must be."""
    day = quote.day
    known = {"year": "day month year", "month": "day month", "day": "day"}
    if by in known:
        length = {"year": 4, "month": 7, "day": 10}[by]
        return str(day.date)[:length] if day and day.precision in known[by].split() else None
    of_quote = {
        "speaker": quote.speaker and str(quote.speaker.id),
        "country": quote.country,
        "outlet": quote.document.outlet,
        "channel": quote.channel,
        "kind": quote.kind,
        "cue": quote.cue and quote.cue.lemma,
    }
    return of_quote[by]


@settings(suppress_health_check=list(HealthCheck))
@given(wanted=filters(), by=st.sampled_from(get_args(GroupBy)), per_page=st.integers(1, 5))
def test_groups_count_what_the_filter_leaves_on_both_databases(
    filled: tuple[Session, Session], wanted: QuoteFilter, by: GroupBy, per_page: int
) -> None:
    answers = []
    for session in filled:
        left = select_quotes(session, wanted, per_page=1000).results
        whole = group_quotes(session, wanted, by, per_page=1000)
        assert {one.key: one.count for one in whole.results} == Counter(keys(quote, by) for quote in left)
        assert (whole.count, whole.quotes) == (len(whole.results), len(left))

        def select(session: Session = session, **how: Any) -> Any:
            return group_quotes(session, wanted, by, per_page=per_page, **how)

        assert list(everything(select)) == list(whole.results)
        answers.append(whole)
    assert answers[0] == answers[1]


@settings(suppress_health_check=list(HealthCheck))
@given(wanted=filters(), size=st.integers(1, 20), seed=st.integers(0, 3))
def test_a_sample_is_the_same_on_both_databases_every_time(
    filled: tuple[Session, Session], wanted: QuoteFilter, size: int, seed: int
) -> None:
    drawn = []
    for session in filled:
        left = select_quotes(session, wanted, per_page=1000).results
        page = select_quotes(session, replace(wanted, sample=size, seed=seed), per_page=1000)
        assert page.count == len(page.results) == min(size, len(left))
        assert set(page.results) <= set(left)
        drawn.append([replace(quote, updated_at=datetime.min) for quote in page.results])  # noqa: DTZ901
    assert drawn[0] == drawn[1]


def test_every_quote_can_be_drawn_and_another_seed_draws_others(filled: tuple[Session, Session]) -> None:
    session = filled[0]

    def draw(seed: int) -> list[int]:
        found = select_quotes(session, QuoteFilter(sample=10, seed=seed), sort="id").results
        return [quote.id for quote in found]

    count = select_quotes(session, QuoteFilter(), per_page=0).count
    times = Counter(id_ for seed in range(100) for id_ in draw(seed))
    assert len(times) == count
    assert max(times.values()) < 5 * 1000 / count
    assert draw(1) == draw(1) != draw(2)


def everything(select: Callable[..., Any], **options: Any) -> Iterator[QuoteRecord]:
    cursor = None
    while True:
        page = select(cursor=cursor, **options)
        yield from page.results
        if (cursor := page.next_cursor) is None:
            return


@settings(suppress_health_check=list(HealthCheck))
@given(wanted=filters(), sort=st.sampled_from(SORTS), per_page=st.integers(10, 40))
def test_a_filter_means_what_its_fields_say_on_both_databases(
    filled: tuple[Session, Session], stored: Any, wanted: QuoteFilter, sort: str, per_page: int
) -> None:
    answers = []
    for session, whole in zip(filled, stored, strict=True):
        page = select_quotes(session, wanted, sort=sort, per_page=1000)
        assert {quote.id for quote in page.results} == plainly(whole, wanted)
        assert page.count == len(page.results)

        def select(session: Session = session, **how: Any) -> Any:
            return select_quotes(session, wanted, sort=sort, per_page=per_page, **how)

        assert list(everything(select)) == list(page.results)
        # the two were filled at different moments
        answers.append([replace(quote, updated_at=datetime.min) for quote in page.results])  # noqa: DTZ901
    assert answers[0] == answers[1]
