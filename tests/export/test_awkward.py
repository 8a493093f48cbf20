"""The table of awkward quotes is what it says."""

import pytest

from .awkward import AWKWARD


@pytest.mark.parametrize("one", AWKWARD, ids=lambda one: one.name)
def test_a_quote_is_read_as_it_was_saved(kept, one):
    document, quote = kept[one.name]
    assert tuple(part.text for part in quote.spans) == one.parts
    assert all(document.text[part.start : part.end] == part.text for part in quote.spans)
    assert (quote.speaker.name if quote.speaker else None) == one.speaker


def test_the_table_has_what_is_hard(kept):
    assert len(kept["ten thousand characters"][1].text) == 10_000
    assert len({one.name for one in AWKWARD}) == len(AWKWARD)
