"""A text with its quotes marked in HTML: nothing is lost, nothing gets in, and parts are found again."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html

import quotes
from quotes import Attribution, SaidOn, Span
from quotes.markup import STYLE, marked

TEXT = "“We go,” said Ola Brandt, the envoy, on Friday, “& soon.”"


def span(words: str, text: str = TEXT) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


def said(*parts: str, text: str = TEXT, **more: Any) -> Attribution:
    return Attribution(content=tuple(span(part, text) for part in parts), kind="direct", **more)


def parsed(markup: str) -> Any:
    """Read HTML by a parser that forgives nothing."""
    return etree.fromstring(f"<div>{markup}</div>")


def words(element: Any) -> str:
    return "".join(element.itertext())


def of_class(markup: str, name: str) -> list[tuple[str, str]]:
    found = parsed(markup).iterfind(f".//*[@class='quotes-{name}']")
    return [(words(element), element.get("data-quote")) for element in found]


def test_content_cue_source_role_and_day_are_marked() -> None:
    found = said(
        "We go,",
        "& soon.",
        cue=span("said"),
        cue_lemma="say",
        source=span("Ola Brandt"),
        speaker="Ola Brandt",
        speaker_kind="person",
        rule="after_verb",
        confidence=0.98,
        role=span("the envoy"),
        country="XO",
        said_on=SaidOn(date(2031, 5, 2), "day", "words", span("on Friday")),
        channel="speech",
    )
    facts = (
        'data-kind="direct" data-speaker="Ola Brandt" data-speaker-kind="person" data-rule="after_verb" '
        'data-confidence="0.98" data-country="XO" data-said-on="2031-05-02" data-channel="speech" '
        'title="Ola Brandt · direct · after_verb 0.98"'
    )
    assert marked(TEXT, [found]) == (
        f'“<mark id="quote-1" class="quotes-content" data-quote="quote-1" {facts}>We go,</mark>” '
        '<span class="quotes-cue" data-quote="quote-1" data-lemma="say">said</span> '
        '<span class="quotes-source" data-quote="quote-1">Ola Brandt</span>, '
        '<span class="quotes-role" data-quote="quote-1">the envoy</span>, '
        '<time class="quotes-day" data-quote="quote-1" datetime="2031-05-02">on Friday</time>, '
        f'“<mark class="quotes-content" data-quote="quote-1" {facts}>&amp; soon.</mark>”'
    )


@pytest.mark.parametrize("part", ["source", "antecedent", "role", "addressee", "place", "reported_by"])
def test_each_part_is_marked_by_its_name(part: str) -> None:
    markup = marked(TEXT, [said("We go,", **{part: span("Ola Brandt")})])
    assert of_class(markup, part.replace("_", "-")) == [("Ola Brandt", "quote-1")]


@pytest.mark.parametrize(
    ("precision", "told"), [("day", "2031-05-01"), ("month", "2031-05"), ("year", "2031")]
)
def test_of_a_day_only_what_is_known_is_told(precision: Any, told: str) -> None:
    said_on = SaidOn(date(2031, 5, 1), precision, "words", span("on Friday"))
    markup = marked(TEXT, [said("We go,", said_on=said_on)])
    (day,) = parsed(markup).iterfind(".//time")
    assert day.get("datetime") == told
    assert parsed(markup).find(".//mark").get("data-said-on") == told


def test_a_quotation_of_nobody_says_why() -> None:
    (mark,) = parsed(marked(TEXT, [said("We go,", reason="echoed_words")])).iterfind(".//mark")
    assert (mark.get("data-reason"), mark.get("title")) == ("echoed_words", "nobody’s: echoed words")


def test_two_quotes_of_one_source_share_its_element() -> None:
    ola = span("Ola Brandt")
    markup = marked(TEXT, [said("We go,", source=ola), said("& soon.", source=ola)])
    assert of_class(markup, "source") == [("Ola Brandt", "quote-1 quote-2")]
    assert of_class(markup, "content") == [("We go,", "quote-1"), ("& soon.", "quote-2")]


def test_what_lies_in_another_part_is_nested_in_it() -> None:
    markup = marked(TEXT, [said("We go,", source=span("Ola Brandt, the envoy"), role=span("the envoy"))])
    assert of_class(markup, "source") == [("Ola Brandt, the envoy", "quote-1")]
    assert '<span class="quotes-role" data-quote="quote-1">the envoy</span></span>' in markup


def test_what_overlaps_is_split_into_pieces() -> None:
    markup = marked(TEXT, [said("We go,", source=span("said Ola Brandt"), role=span("Brandt, the envoy"))])
    assert of_class(markup, "source") == [("said Ola Brandt", "quote-1")]
    assert of_class(markup, "role") == [("Brandt", "quote-1"), (", the envoy", "quote-1")]


def test_only_the_first_piece_of_a_quote_has_its_id() -> None:
    found = [said("We go,” said Ola", "& soon.", source=span("Ola Brandt")), said("go,")]
    markup = marked(TEXT, found, prefix="talks_")
    ids = [element.get("id") for element in parsed(markup).iterfind(".//*[@id]")]
    assert ids == ["talks_1", "talks_2"]


@pytest.mark.parametrize("prefix", ["", "1", "a b", 'a"', "quote-é", "-"])
def test_a_prefix_has_to_begin_an_id(prefix: str) -> None:
    with pytest.raises(ValueError, match="ids begin with a letter"):
        marked(TEXT, [], prefix=prefix)


HOSTILE = [
    "<script>alert(1)</script>",
    "</mark></div><img src=x onerror=alert(1)>",
    "\" onmouseover=alert(1) x='",
    "&lt;b&gt; &amp;amp; &#60;",
    "<!-- --> <![CDATA[ ]]> <?php ?>",
]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_text_gets_in_as_an_element_or_attribute(hostile: str) -> None:
    text = f"“{hostile}” said {hostile}."
    end = 1 + len(hostile)
    found = Attribution(
        content=(Span(1, end),),
        kind="direct",
        source=Span(end + 7, end + 7 + len(hostile)),
        cue=Span(end + 2, end + 6),
        cue_lemma=hostile,
        speaker=hostile,
        rule=hostile,
        reason=hostile,
    )
    tree = parsed(marked(text, [found]))
    assert words(tree) == text
    assert [element.tag for element in tree.iter()] == ["div", "mark", "span", "span"]
    mark = tree.find("mark")
    assert mark.get("data-speaker") == mark.get("data-rule") == hostile
    assert {name for element in tree.iter() for name in element.attrib} <= {
        *("id", "class", "title", "data-quote", "data-lemma", "data-kind", "data-speaker", "data-rule"),
        *("data-reason",),
    }


class Stripped(HTMLParser):
    """The text of HTML, as Python's own parser reads it."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.text = ""
        self.feed(markup)
        self.close()

    def handle_data(self, data: str) -> None:
        self.text += data


# Letters that XML can have, the marks of HTML among them more often than elsewhere.
LETTERS = st.one_of(
    st.sampled_from("<>&\"'“”/=;# \n\rab"),
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"),
)


@st.composite
def annotated(draw: st.DrawFn) -> tuple[str, list[Attribution]]:
    """A text and quotes whose parts stand anywhere in it, over each other as it happens."""
    text = draw(st.text(LETTERS, min_size=1, max_size=40))

    def any_span() -> Span:
        return Span(*sorted((draw(st.integers(0, len(text))), draw(st.integers(0, len(text))))))

    def maybe_span() -> Span | None:
        return any_span() if draw(st.booleans()) else None

    def quote() -> Attribution:
        words = maybe_span()
        return Attribution(
            content=tuple(sorted(any_span() for _ in range(draw(st.integers(1, 3))))),
            kind="direct",
            speaker=draw(st.none() | st.text(LETTERS, max_size=10)),
            cue=maybe_span(),
            source=maybe_span(),
            antecedent=maybe_span(),
            role=maybe_span(),
            said_on=words and SaidOn(date(2031, 5, 2), "day", "words", words),
        )

    return text, [quote() for _ in range(draw(st.integers(0, 4)))]


@given(annotated())
def test_without_its_tags_it_is_the_text_and_it_is_well_formed(given: tuple[str, list[Attribution]]) -> None:
    text, found = given
    markup = marked(text, found)
    assert unescape(re.sub("<[^>]*>", "", markup)) == text
    assert words(parsed(markup)) == text
    assert Stripped(markup).text == text
    assert words(lxml_html.fragment_fromstring(markup, create_parent="div")) == text


@given(annotated())
def test_the_pieces_of_each_part_cover_just_its_span(given: tuple[str, list[Attribution]]) -> None:
    text, found = given
    covered: dict[tuple[str, str], set[int]] = {}
    at = 0
    for event, element in etree.iterwalk(parsed(marked(text, found)), events=("start", "end")):
        if event == "start":
            element.set("from", str(at))
            at += len(element.text or "")
        else:
            for name in (element.get("data-quote") or "").split():
                part = element.get("class").removeprefix("quotes-")
                covered.setdefault((part, name), set()).update(range(int(element.get("from")), at))
            at += len(element.tail or "")
    expected: dict[tuple[str, str], set[int]] = {}
    for number, one in enumerate(found, start=1):
        parts = [("content", part) for part in one.content]
        parts += [("cue", one.cue), ("source", one.source), ("antecedent", one.antecedent)]
        parts += [("role", one.role), ("day", one.said_on and one.said_on.words)]
        for part, where in parts:
            if where and where.start < where.end:
                expected.setdefault((part, f"quote-{number}"), set()).update(range(*where))
    assert covered == expected


PIECES = [*"“”\"‘’' .,\n\r<&>", "said ", "Ola Brandt ", "she ", "We go,"]


@given(st.lists(st.sampled_from(PIECES), max_size=40))
def test_annotate_keeps_every_text(pieces: list[str]) -> None:
    text = "".join(pieces)
    assert words(parsed(quotes.annotate(text))) == text


def test_annotate_marks_what_extract_finds() -> None:
    text = "“We go,” said Ola Brandt on Friday."
    markup = quotes.annotate(text, published_on=date(2031, 5, 4), prefix="q")
    assert markup == marked(text, quotes.extract(text, published_on=date(2031, 5, 4)), prefix="q")
    assert of_class(markup, "source") == [("Ola Brandt", "q1")]
    assert 'datetime="2031-05-02"' in markup


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(quotes.QuotesError, match="no word list for the language 'xx'"):
        quotes.annotate("“We go,” said Ola.", language="xx")


def test_the_stylesheet_names_each_class() -> None:
    named = set(re.findall(r"\.quotes-([a-z-]+)", STYLE))
    parts = {"content", "cue", "source", "antecedent", "role", "day", "addressee", "place", "reported-by"}
    assert named == parts


def test_many_quotes_of_one_source_do_not_nest_deeper() -> None:
    text = "Ola " + "“We go,” " * 2000
    found = [
        Attribution(content=(Span(5 + 9 * n, 11 + 9 * n),), kind="direct", source=Span(0, 3))
        for n in range(2000)
    ]
    tree = parsed(marked(text, found))
    assert max(sum(1 for _ in element.iterancestors()) for element in tree.iter()) == 1
    assert words(tree) == text
