"""From a template to an answer: HTML, and the policy that lets it load nothing but its own style."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from fastapi import Request, Response
from jinja2 import Environment, PackageLoader, StrictUndefined

from api.answers import cached_bytes
from api.pages import wording
from api.pages.addresses import base_of, is_card, web_link

_HTML = "text/html; charset=utf-8"
_templates = Environment(
    loader=PackageLoader("api.pages"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.filters |= {
    "day": wording.shown_day,
    "of_hundred": wording.of_hundred,
    "one_line": wording.one_line,
    "shown": wording.shown_value,
    "web_link": web_link,
}
_templates.globals["wording"] = wording


def _style(name: str) -> str:
    source, _, _ = _templates.loader.get_source(_templates, name)  # type: ignore[union-attr]  # it is set above
    return " ".join(source.split())


_STYLES = {name: _style(f"{name}.css") for name in ("card", "quote")}


def _policy(style: str, *rest: str) -> str:
    digest = b64encode(sha256(style.encode()).digest()).decode()
    allowed = f"style-src 'sha256-{digest}'"
    return "; ".join(("default-src 'none'", allowed, "base-uri 'none'", "form-action 'none'", *rest))


# Anybody may frame a card, from a file or an app too: any frame-ancestors would name only the web. Where
# the page around it is isolated, the card must say that it is as well. Its links open elsewhere.
_CARD = {
    "Content-Security-Policy": _policy(
        _STYLES["card"], "sandbox allow-popups allow-popups-to-escape-sandbox"
    ),
    "Cross-Origin-Embedder-Policy": "require-corp",
}
_PAGE = {"Content-Security-Policy": _policy(_STYLES["quote"], "frame-ancestors 'none'")}


def page(request: Request, name: str, **values: Any) -> Response:
    """Answer with the page or the card of a quote, for which the client may have it already."""
    body = _render(name, base=base_of(request), **values)
    return cached_bytes(request, body, _HTML, _CARD if name == "card" else _PAGE)


def error_page(
    request: Request, status: int, title: str, detail: str, headers: Mapping[str, str] | None = None
) -> Response:
    """Answer with a page that says what went wrong; in a frame, with a card that does."""
    style = "card" if is_card(request.scope["path"]) else "quote"
    body = _render("error", style, base=base_of(request), status=status, title=title, detail=detail)
    safe = _CARD if style == "card" else _PAGE
    kept = {"Cache-Control": "no-store", **safe, **(headers or {})}
    return Response(body, status_code=status, media_type=_HTML, headers=kept)


def _render(name: str, style: str | None = None, **values: Any) -> bytes:
    template = _templates.get_template(f"{name}.html")
    return template.render(style=_STYLES[style or name], **values).encode()
