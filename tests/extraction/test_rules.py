"""Every rule is found where its own line says that it applies, and every rule of context has its case."""

# ruff: noqa: E501 - a case a line reads best

from __future__ import annotations

from collections.abc import Iterator

import pytest

from quotes.extraction.attribution import Candidate, Place, candidates
from quotes.extraction.contents import sentence_like
from quotes.extraction.patterns import CONTEXT, PATTERNS
from quotes.extraction.pipeline import Reading, marked
from quotes.languages.english import ENGLISH

# What "…" stands for in a rule's line, by the mark behind it.
FILLED = {"“…,”": "“We will wait,”", "“….”": "“We will wait.”", "“…”": "“a gift to both sides”"}

# fmt: off
CASES = {
    "first_subject": "Mira Danforth, back from Lund, spent the day on the “last mile.”",
    "main_subject": "When it rained in Lund, Mira Danforth said it was “no day for ferries.”",
    "continues_quotation": "“We will wait,” said Mira Danforth. “We have a plan.\n\n“It is a good one.”",
    "continues_same_sentence_sentence": "Mira Danforth said “we will wait” and: “We will talk.”",
    "continues_same_sentence_fragment": "Mira Danforth called it “a gift” and “no threat.”",
    "continues_same_paragraph_sentence": "“We will wait,” said Mira Danforth. “It is late.”",
    "continues_same_paragraph_fragment": "Mira Danforth called it “a gift.” The talks were “open.”",
    "continues_next_paragraph_sentence_alone": "“We will wait,” said Mira Danforth.\n\n“It is late.”",
    "continues_next_paragraph_sentence_beside": "“We will wait,” said Mira Danforth.\n\n“It is late.” That was on Monday.",
    "continues_next_paragraph_fragment_alone": "“We will wait,” said Mira Danforth.\n\n“late and tired”",
    "continues_next_paragraph_fragment_beside": "“We will wait,” said Mira Danforth.\n\nThe talks were “late” on Monday.",
    "sentence_before_ended": "The ferries stop in May, Mira Danforth said. “We will wait.”",
    "sentence_before_said": "Mira Danforth said it was late. “We will wait.”",
    "sentence_before_did": "Mira Danforth opened the harbour. “We will wait.”",
    "sentence_before_stance": "“No,” said Oskar Brandt. Mira Danforth was less sure. “We will wait.”",
    "sentence_before_named": "“No,” said Oskar Brandt. Not so for Mira Danforth. “We will wait.”",
    "paragraph_before_from_colon": "And from Mira Danforth:\n\n“We will wait.”",
    "paragraph_before_by": "Statement by Mira Danforth on the attack\n\n“We will wait.”",
    "paragraph_before_ends": "When the ferries stopped, Mira Danforth released this:\n\n“We will wait.”",
    "paragraph_before_said_colon": "Mira Danforth said this:\n\n“We will wait.”",
    "paragraph_before_did_colon": "Mira Danforth gave the answer:\n\n“We will wait.”",
    "paragraph_before_said_plain": "Mira Danforth said it was late.\n\n“We will wait.”",
    "paragraph_before_did_plain": "Mira Danforth opened the harbour.\n\n“We will wait.”",
}
# fmt: on


def found(text: str) -> Iterator[tuple[str, str]]:
    """Yield each pattern that speaks for a source of some quotation in a text, and that source's words."""
    lines, quotations, _ = marked(text)
    reading = Reading(lines, quotations, ENGLISH)
    letters, where = reading.phrases.letters, reading.phrases.quotations
    before: Candidate | None = None
    for n, (q, at) in enumerate(zip(quotations, where, strict=True)):
        alone = sentence_like(lines, q, letters, at)
        place = Place(at, where[n - 1] if n else None, alone, q.reopened)
        spoken = candidates(letters, place, before)
        for candidate in spoken:
            for name in candidate.patterns:
                yield name, reading.span(candidate.source).of(lines)
        before = next((c for c in spoken if "Danforth" in reading.span(c.source).of(lines)), before)


def examples(when: str) -> list[str]:
    """Return the texts that a rule's line gives, the words put in."""
    for mark, words in FILLED.items():
        when = when.replace(mark, words)
    return when.split("; ")


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.name)
def test_a_rule_is_found_where_its_line_says(pattern) -> None:
    for text in examples(pattern.when):
        assert pattern.name in dict(found(text)), text


@pytest.mark.parametrize("name", CONTEXT)
def test_a_rule_of_context_is_found_in_its_case(name: str) -> None:
    assert "Danforth" in dict(found(CASES[name])).get(name, ""), list(found(CASES[name]))


def test_every_rule_of_context_has_its_case() -> None:
    assert set(CASES) == set(CONTEXT)


def test_no_two_rules_have_one_name() -> None:
    names = [pattern.name for pattern in PATTERNS] + list(CONTEXT)
    assert len(set(names)) == len(names)
