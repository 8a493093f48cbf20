"""A text's many small objects go as soon as it is read: none waits for the collector of cycles."""

from __future__ import annotations

import gc

import pytest

from quotes import extract

TEXTS = [
    "“We will wait,” said Mira Danforth.",
    "Mira Danforth met Oskar Brandt. “We will wait,” he said. She called it a “truce.”",
    "The envoy of Velmora sent a letter. “We will wait,” the letter said. “No,” according to the envoy.",
    "Mira Danforth and Otto Danforth met. “We will wait,” said Danforth’s spokesman, who left.",
    "“DANFORTH: We will wait.”\n\n“The talks\n\n“go on.”",
    "Oskar “the Ox” Brandt left.",
    "LUND, 3 May 2021 — At a rally on Monday, Mira Danforth spoke. “We will wait,” she said. She left.",
]


@pytest.mark.thorough  # to search for garbage takes long after many other tests
@pytest.mark.parametrize("text", TEXTS)
def test_nothing_is_left_for_the_collector(text: str) -> None:
    extract(text)  # what is made once stays
    gc.collect()
    gc.disable()
    try:
        extract(text)
        assert gc.collect() == 0
    finally:
        gc.enable()
