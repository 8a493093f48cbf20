"""Annotated articles, read from a file as they are for `quotes evaluate`."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from quotes.evaluation import Article, load_gold

from .cases import TEXT


@pytest.fixture
def articles(tmp_path: Path) -> Callable[..., list[Article]]:
    def build(*quotes: dict[str, Any], text: str = TEXT, published: str | None = None) -> list[Article]:
        path = tmp_path / "gold.json"
        data = [{"doc": "a", "text": text, "published": published, "quotes": list(quotes)}]
        path.write_text(json.dumps(data), encoding="utf-8")
        return load_gold(path)

    return build
