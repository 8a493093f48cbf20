"""Which line breaks end a paragraph, and which only wrap a line."""

from __future__ import annotations

from typing import Final

import regex

# A line that stops between two words of a sentence, and any line that stops.
_WRAP: Final = regex.compile(r"(?<=[\p{Ll},\d–—-])\r?\n(?=\p{Ll})")
_BREAK: Final = regex.compile(r"(?<=[^\r\n])\r?\n(?=[^\r\n])")
_LEAST: Final = 3


def unwrap(text: str) -> str:
    """Return the text with its line breaks inside paragraphs as spaces, where it is hard-wrapped.

    A text is hard-wrapped when empty lines part its paragraphs and many other lines stop between two words of
    a sentence, as in releases sent by e-mail. The length stays, so offsets hold.
    """
    if "\n\n" not in text and "\n\r\n" not in text:
        return text
    wraps = sum(1 for _ in _WRAP.finditer(text))
    if wraps < _LEAST or 3 * wraps <= sum(1 for _ in _BREAK.finditer(text)):
        return text
    return _BREAK.sub(lambda m: " " * len(m.group()), text)
