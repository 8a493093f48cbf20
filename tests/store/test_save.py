from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from threading import Barrier
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

import quotes as library
from quotes import Attribution, Document, Extraction, SaidOn, Span
from quotes.errors import StoreError
from quotes.store.filters import QuoteFilter
from quotes.store.models import documents, outlets, quotes, spans, speakers
from quotes.store.queries import get_document, select_quotes, select_speakers
from quotes.store.save import is_current, save

# each example takes back what it did, so one database serves them all
PROPERTY = settings(suppress_health_check=[HealthCheck.function_scoped_fixture])

Make = Callable[..., Any]
Contents = Callable[[], dict[str, Sequence[Any]]]
Fresh = Callable[[], AbstractContextManager[Session]]
NOTHING = Extraction((), ())


def _all_quotes(session: Session) -> dict[int, str]:
    page = select_quotes(session, QuoteFilter(), sort="id", per_page=1000)
    return {quote.id: quote.text for quote in page.results}


class TestNew:
    def test_it_is_counted(self, store: Make, article: Make) -> None:
        one = article(("We will talk.", "Danforth", "Mira Danforth"), ("Yes.", "an aide"), ("Dune",))
        saved = store(one)[0]
        assert (saved.status, saved.quotes, saved.attributed) == ("new", 3, 2)

    def test_its_text_and_what_is_known_of_it_are_kept(self, session: Session, article: Make) -> None:
        known = {
            "title": "Talks",
            "outlet": "The Aldova Herald",
            "url": "https://example.org/1",
            "author": "Jo Vale",
            "published_on": date(2020, 2, 29),
            "language": "en",
        }
        one = article(("No.", "Danforth", "Mira Danforth"), **known)
        saved = save(session, one.document, one.extraction, extractor_version="7")
        record = get_document(session, saved.document_id)
        assert {name: getattr(record, name) for name in known} == known
        assert record.text == one.document.text
        assert record.length == len(one.document.text)
        assert record.sha256 == hashlib.sha256(one.document.text.encode()).hexdigest()
        assert record.extractor_version == "7"
        assert timedelta(0) <= datetime.now(UTC) - record.added_at < timedelta(minutes=1)

    def test_blank_words_are_no_title_and_no_outlet(self, session: Session, article: Make) -> None:
        one = article(("No.", "Vale", "Jo Vale"), title="", outlet=" ", url="", author="")
        saved = save(session, one.document, one.extraction, extractor_version="1")
        record = get_document(session, saved.document_id)
        assert (record.title, record.outlet, record.url, record.author) == (None, None, None, None)

    def test_one_outlet_is_one_row(self, session: Session, store: Make, article: Make) -> None:
        store(*(article((f"No {i}.",), outlet=name) for i, name in enumerate(("Herald", "Herald ", "Post"))))
        assert session.scalars(select(outlets.c.name).order_by(outlets.c.id)).all() == ["Herald", "Post"]

    def test_a_text_in_which_nothing_is_said_is_kept_too(self, session: Session) -> None:
        saved = save(session, Document(text="Nothing."), NOTHING, extractor_version="1")
        assert get_document(session, saved.document_id).quotes == 0

    def test_quotes_stand_in_the_order_of_the_text(
        self, session: Session, store: Make, article: Make
    ) -> None:
        store(article(("One.", "Vale", "Jo Vale"), ("Two.",), ("Three.", "Vale", "Jo Vale")))
        assert list(_all_quotes(session).values()) == ["One.", "Two.", "Three."]

    def test_a_quote_in_parts_keeps_them(self, session: Session) -> None:
        text = "“We will,” she said, “talk.\n\n“Soon.”"
        parts = (Span(1, 9), Span(22, 27), Span(30, 35))
        quote = Attribution(content=parts, kind="direct", source=Span(11, 14), speaker_kind="unnamed")
        save(session, Document(text=text), Extraction((quote,), ()), extractor_version="1")
        record = select_quotes(session, QuoteFilter()).results[0]
        assert [(part.text, part.start, part.end) for part in record.spans] == [
            ("We will,", 1, 9),
            ("talk.", 22, 27),
            ("Soon.", 30, 35),
        ]
        assert record.text == "We will, talk.\nSoon."


class TestAgain:
    def test_nothing_changes(self, store: Make, article: Make, contents: Contents) -> None:
        one = article(("Yes.", "Vale", "Jo Vale"), ("Hm.",), title="A", outlet="Herald")
        first = store(one)[0]
        before = contents()
        again = store(one)[0]
        assert (again.status, again.document_id) == ("unchanged", first.document_id)
        assert (again.quotes, again.attributed) == (2, 1)
        assert contents() == before

    def test_the_text_alone_says_which_document_it_is(self, store: Make, article: Make) -> None:
        one, other = article(("Yes.",), title="A"), article(("Yes.",), title="B")
        assert [saved.status for saved in store(one, other)] == ["new", "unchanged"]

    def test_gaps_are_filled(self, session: Session, store: Make, article: Make) -> None:
        bare = article(("Yes.", "Vale", "Jo Vale"))
        full = article(("Yes.", "Vale", "Jo Vale"), title="A", outlet="B", url="c")
        saved = store(bare, full)[1]
        record = get_document(session, saved.document_id)
        assert saved.status == "unchanged"
        assert (record.title, record.outlet, record.url) == ("A", "B", "c")

    def test_where_the_day_is_filled_in_the_quotes_are_replaced(
        self, session: Session, store: Make, article: Make
    ) -> None:
        said = ("Yes.", "Vale", "Jo Vale")
        first, saved, again = store(article(said), *[article(said, published_on=date(2020, 1, 1))] * 2)
        assert (first.status, saved.status, again.status) == ("new", "replaced", "unchanged")
        assert get_document(session, saved.document_id).published_on == date(2020, 1, 1)
        assert select_quotes(session, QuoteFilter(from_=date(2020, 1, 1))).count == 1

    def test_what_is_known_is_never_overwritten(self, session: Session, store: Make, article: Make) -> None:
        first = article(("Yes.",), title="A", outlet="B", published_on=date(2020, 1, 1))
        second = article(("Yes.",), title="X", outlet="Y", author="Z", published_on=date(2021, 1, 1))
        record = get_document(session, store(first, second)[1].document_id)
        assert (record.title, record.outlet, record.author) == ("A", "B", "Z")
        assert record.published_on == date(2020, 1, 1)


class TestIsCurrent:
    def test_only_after_it_was_saved(self, session: Session, store: Make, article: Make) -> None:
        one = article(("Yes.",), title="A")
        assert not is_current(session, one.document, extractor_version="1")
        store(one)
        assert is_current(session, one.document, extractor_version="1")

    def test_only_for_the_same_version(self, session: Session, store: Make, article: Make) -> None:
        one = article(("Yes.",))
        store(one)
        assert not is_current(session, one.document, extractor_version="2")

    def test_only_where_no_gap_would_be_filled(self, session: Session, store: Make, article: Make) -> None:
        one = article(("Yes.",), title="A")
        store(one)
        assert is_current(session, replace(one.document, title="B", url=""), extractor_version="1")
        for gap in ({"outlet": "B"}, {"url": "b"}, {"author": "B"}, {"published_on": date(2020, 1, 1)}):
            assert not is_current(session, replace(one.document, **gap), extractor_version="1")  # type: ignore[arg-type]


class TestReplacing:
    def test_a_new_version_puts_its_quotes_in_the_place_of_the_old(
        self, session: Session, article: Make
    ) -> None:
        one = article(("Yes.", "Vale", "Jo Vale"), ("No.", "Danforth", "Mira Danforth"), ("Hm.",))
        less = Extraction(one.extraction.attributions[:1], ())
        save(session, one.document, one.extraction, extractor_version="1")
        saved = save(session, one.document, less, extractor_version="2")
        assert (saved.status, saved.quotes, saved.attributed) == ("replaced", 1, 1)
        assert list(_all_quotes(session).values()) == ["Yes."]
        assert session.scalar(select(func.count()).select_from(spans)) == 1
        assert session.scalars(select(speakers.c.name)).all() == ["Jo Vale"]
        assert get_document(session, saved.document_id).extractor_version == "2"
        assert session.scalars(select(quotes.c.extractor_version)).all() == ["2"]

    def test_a_quote_with_the_same_spans_keeps_its_id(self, session: Session, article: Make) -> None:
        one = article(("Yes.", "Vale", "Jo Vale"), ("No.", "Vale", "Jo Vale"), ("Hm.",))
        first, second = one.extraction.attributions
        save(session, one.document, Extraction((second,), ()), extractor_version="1")
        before = _all_quotes(session)
        changed = Extraction((first, replace(second, speaker="Ana Vale")), one.extraction.unattributed)
        save(session, one.document, changed, extractor_version="2")
        after = _all_quotes(session)
        assert before.items() <= after.items()
        assert sorted(after.values()) == ["Hm.", "No.", "Yes."]

    def test_the_id_of_a_quote_that_is_gone_is_not_given_again(self, session: Session, article: Make) -> None:
        one, other = article(("Yes.", "Vale", "Jo Vale")), article(("No.", "Vale", "Jo Vale"))
        save(session, one.document, one.extraction, extractor_version="1")
        gone = set(_all_quotes(session))
        save(session, one.document, NOTHING, extractor_version="2")
        save(session, other.document, other.extraction, extractor_version="2")
        assert not gone & set(_all_quotes(session))

    def test_gaps_are_filled_then_too(self, session: Session, article: Make) -> None:
        one = article(("Yes.", "Vale", "Jo Vale"))
        save(session, one.document, one.extraction, extractor_version="1")
        dated = replace(one.document, published_on=date(2020, 1, 1))
        save(session, dated, one.extraction, extractor_version="2")
        assert select_quotes(session, QuoteFilter(to=date(2020, 1, 1))).count == 1


def _with(**change: Any) -> Extraction:
    sound = Attribution(content=(Span(1, 4),), kind="direct", source=Span(6, 9), cue=Span(10, 14), rule="r")
    return Extraction((replace(sound, **change),), ())


def _fail(*_: object, **__: object) -> None:
    raise StoreError("no room left")


class TestRefusing:
    TEXT = "“No,” she said."

    def test_the_sound_one_is_not_refused(self, session: Session) -> None:
        assert save(session, Document(text=self.TEXT), _with(), extractor_version="1").status == "new"

    @pytest.mark.parametrize(
        "wrong",
        [
            {"content": (Span(1, 99),)},
            {"content": (Span(4, 4),)},
            {"content": (Span(-3, 4),)},
            {"content": (Span(2, 4), Span(1, 2))},
            {"content": (Span(1, 3), Span(2, 4))},
            {"content": ()},
            {"source": Span(14, 16)},
            {"antecedent": Span(5, 5)},
            {"cue": Span(-1, 3)},
            {"kind": "sung"},
            {"speaker_kind": "robot"},
            {"confidence": 1.01},
            {"confidence": float("nan")},
            {"source": None},
            {"role": Span(14, 16)},
            {"addressee": Span(5, 5)},
            {"place": Span(-1, 3)},
            {"reported_by": Span(3, 99)},
            {"country": "Ostrania"},
            {"country": "xo"},
            {"country": ""},
            {"country": "X0"},
            {"channel": "song"},
            {"channel": ""},
            {"said_on": SaidOn(date(2031, 5, 2), "day", "words", Span(9, 99))},
            {"said_on": SaidOn(date(2031, 5, 2), "week", "words", Span(6, 9))},  # type: ignore[arg-type]
            {"said_on": SaidOn(date(2031, 5, 2), "day", "guess", Span(6, 9))},  # type: ignore[arg-type]
            {"said_on": SaidOn(date(2031, 5, 2), "month", "words", Span(6, 9))},
            {"said_on": SaidOn(date(2031, 5, 1), "year", "words", Span(6, 9))},
        ],
    )
    def test_a_wrong_offset_or_value_is_not_stored(
        self, session: Session, contents: Contents, wrong: dict[str, Any]
    ) -> None:
        before = contents()
        with pytest.raises(StoreError, match="the quote at"):
            save(session, Document(text=self.TEXT), _with(**wrong), extractor_version="1")
        assert contents() == before

    @pytest.mark.parametrize("odd", ["\0", "a\0b", "\ud800", "x\udfffy"])
    @pytest.mark.parametrize("field", ["text", "title", "outlet", "url", "author"])
    def test_what_no_database_can_hold_is_refused(self, session: Session, field: str, odd: str) -> None:
        document = replace(Document(text="Fine."), **{field: odd})  # type: ignore[arg-type]
        with pytest.raises(StoreError, match=r"NUL character|surrogate"):
            save(session, document, NOTHING, extractor_version="1")
        with pytest.raises(StoreError, match=r"NUL character|surrogate"):
            is_current(session, document, extractor_version="1")

    def test_an_outlet_too_long_for_an_index_is_refused(self, session: Session) -> None:
        with pytest.raises(StoreError, match="at most 500"):
            save(session, Document(text="Fine.", outlet="é" * 501), NOTHING, extractor_version="1")

    def test_a_failing_document_leaves_the_others_of_its_batch(
        self,
        session: Session,
        store: Make,
        article: Make,
        contents: Contents,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        store(article(("Yes.", "Vale", "Jo Vale")))
        before = contents()

        bad = article(("No.", "Danforth", "Mira Danforth"), outlet="Herald")
        with monkeypatch.context() as broken:
            broken.setattr("quotes.store.quote_rows.count_quotes", _fail)
            with pytest.raises(StoreError, match="no room left"):
                store(bad)
        assert contents() == before
        store(article(("Hm.", "Vale", "Jo Vale")))
        session.commit()
        assert sorted(_all_quotes(session).values()) == ["Hm.", "Yes."]

    def test_a_failing_replacement_leaves_the_old_quotes(
        self, store: Make, article: Make, contents: Contents, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        one = article(("Yes.", "Vale", "Jo Vale"))
        store(one)
        before = contents()

        with monkeypatch.context() as broken:
            broken.setattr("quotes.store.quote_rows.count_quotes", _fail)
            with pytest.raises(StoreError, match="no room left"):
                store(one, version="2")
        assert contents() == before


class TestAnyText:
    texts = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), max_size=200)

    @PROPERTY
    @given(text=texts)
    def test_comes_back_as_it_went_in(self, fresh: Fresh, text: str) -> None:
        with fresh() as session:
            saved = save(session, Document(text=text), NOTHING, extractor_version="1")
            record = get_document(session, saved.document_id)
        assert record.text == text
        assert record.length == len(text)

    @PROPERTY
    @given(text=texts.filter(bool), data=st.data())
    def test_gives_every_part_back_at_its_offsets(self, fresh: Fresh, text: str, data: st.DataObject) -> None:
        starts = st.integers(0, len(text) - 1)
        start, source = data.draw(starts), data.draw(starts)
        end = data.draw(st.integers(start + 1, len(text)))
        quote = Attribution(
            content=(Span(start, end),), kind="mixed", source=Span(source, source + 1), speaker="A"
        )
        with fresh() as session:
            save(session, Document(text=text), Extraction((quote,), ()), extractor_version="1")
            (record,) = select_quotes(session, QuoteFilter()).results
        assert record.text == record.spans[0].text == text[start:end]
        assert record.source is not None
        assert record.source.text == text[source]

    @PROPERTY
    @given(text=st.text(st.sampled_from("“” ,.saidVle\n"), max_size=120))
    def test_what_the_extractor_finds_is_always_taken(self, fresh: Fresh, text: str) -> None:
        found = library.extract(text)
        with fresh() as session:
            saved = save(session, Document(text=text), found, extractor_version="1")
            again = save(session, Document(text=text), found, extractor_version="1")
        assert (saved.quotes, saved.attributed) == (len(found), len(found.attributions))
        assert (again.status, again.quotes) == ("unchanged", saved.quotes)

    @pytest.mark.parametrize("megabytes", [1, pytest.param(20, marks=pytest.mark.thorough)])
    def test_many_megabytes_are_taken_and_searched(self, session: Session, megabytes: int) -> None:
        many = "".join(f"w{number} " for number in range(125_000 * megabytes + 25_000))
        text = f"“We will talk,” said Jo Vale. {many}"
        assert len(text) > 1_000_000 * megabytes
        quote = Attribution(content=(Span(1, 14),), kind="direct", source=Span(21, 28), speaker="Jo Vale")
        save(session, Document(text=text), Extraction((quote,), ()), extractor_version="1")
        assert select_quotes(session, QuoteFilter(q="talk")).count == 1
        assert session.scalar(select(func.length(documents.c.text))) == len(text)


def test_two_who_read_the_same_articles_at_once_store_each_of_them_once(
    engine: Engine, database_url: str, open_engine: Make, article: Make
) -> None:
    articles = [article((f"No {number}.", "Vale", "Jo Vale"), outlet="Herald") for number in range(20)]
    begin = Barrier(2)

    def read(own: Engine) -> list[str]:
        begin.wait(timeout=300)
        statuses = []
        for one in articles:
            with Session(own) as session:
                statuses.append(save(session, one.document, one.extraction, extractor_version="1").status)
                session.commit()
        return statuses

    with ThreadPoolExecutor(2) as pool:
        mine, others = pool.map(read, [engine, open_engine(database_url)])
    assert [sorted(pair) for pair in zip(mine, others, strict=True)] == [["new", "unchanged"]] * 20
    with Session(engine) as session:
        (speaker,) = select_speakers(session).results
        assert (speaker.name, speaker.quotes, speaker.documents) == ("Jo Vale", 20, 20)
