"""Pages in a real browser: in light and dark, narrow, from the right, in a frame, read by axe."""

from __future__ import annotations

import json
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest

from .awkward import AWKWARD, HOSTILE

Axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe

NAMES = [one.name for one in AWKWARD]
SCHEMES = ["light", "dark"]
_WIDE = """() => {
    const pen = document.createElement("canvas").getContext("2d")
    pen.font = "20px serif"
    return pen.measureText("漢").width >= 19 && pen.measureText("😀").width >= 19
}"""
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}


@pytest.fixture(scope="session")
def address(served, id_of):
    """Return a function that returns the address of an awkward quote's card or page."""
    return lambda kind, name: f"{served}/{'embed/' if kind == 'card' else ''}quotes/{id_of(name)}"


@pytest.mark.parametrize("name", ["plain", "an Arabic article", "hostile", "no speaker", "long Latin"])
@pytest.mark.parametrize("kind", ["card", "page"])
def test_axe_finds_nothing_in_light_and_dark(look, said, address, kind, name):
    # axe is a script, which the policy of a page lets no one run: it is looked at without
    page = look(address(kind, name), bypass_csp=True)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        found = Axe().run(page, options=RULES).response
        assert [(one["id"], one["nodes"][0]["html"]) for one in found["violations"]] == [], scheme
        assert "color-contrast" in {one["id"] for one in found["passes"]}
    said.clear()  # without the policy a browser asks for an icon, too


@pytest.mark.parametrize("kind", ["card", "page"])
def test_it_is_dark_where_the_reader_wants_it_dark(look, address, kind):
    page = look(address(kind, "plain"))
    seen = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        seen.append(page.locator("body").evaluate("one => getComputedStyle(one).backgroundColor"))
    assert seen == ["rgb(255, 255, 255)", "rgb(23, 24, 26)"]


def test_it_is_black_on_white_in_print_with_the_addresses_of_links(look, address):
    page = look(address("card", "plain"))
    page.emulate_media(color_scheme="dark", media="print")
    style = "one => [getComputedStyle(one).color, getComputedStyle(one, '::after').content]"
    assert page.locator("body").evaluate(style)[0] == "rgb(51, 51, 51)"
    assert "dispatch.example" in page.locator("a").first.evaluate(style)[1]


@pytest.mark.parametrize(
    ("name", "side"), [("plain", "Left"), ("an Arabic article", "Right"), ("a Chinese name", "Left")]
)
@pytest.mark.parametrize("kind", ["card", "page"])
def test_words_run_from_the_side_that_they_are_read_from(look, address, kind, name, side):
    marked = f"one => getComputedStyle(one).border{side}Width"
    assert look(address(kind, name)).locator("blockquote").evaluate(marked) == "3px"


@pytest.mark.parametrize("width", [320, 600])
def test_cards_fit_into_the_frames_that_oembed_gives_them(look, served, width):
    page = look(f"{served}/embed/quotes/1")
    sizes = {}
    for number, name in enumerate(NAMES, start=1):
        asked = urlencode({"url": f"{served}/quotes/{number}", "maxwidth": width})
        height = json.load(urlopen(f"{served}/oembed?{asked}"))["height"]  # noqa: S310 - our own server
        page.set_viewport_size({"width": width, "height": 50})
        page.goto(f"{served}/embed/quotes/{number}")
        needed = page.evaluate(
            "[document.documentElement.scrollHeight, document.documentElement.scrollWidth]"
        )
        sizes[name] = (height / needed[0], needed[1])
    assert {name for name, (share, _) in sizes.items() if share < 1} == set()
    drawn = page.evaluate(_WIDE)  # without a font that has them, such signs are narrow boxes
    narrow = {name for name in ("long Chinese", "long emoji") if not drawn}
    assert {name for name, (share, _) in sizes.items() if share > 1.6} <= narrow
    assert {name for name, (_, wide) in sizes.items() if wide > width} == set()


@pytest.mark.parametrize("name", ["plain", "hostile", "turned around", "line breaks"])
def test_a_page_fits_a_narrow_screen(look, address, name):
    page = look(address("page", name))
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") == 320


@pytest.mark.parametrize("sandbox", ["", "allow-popups allow-popups-to-escape-sandbox"])
def test_a_card_shows_in_a_sandboxed_frame_of_any_page(look, address, sandbox):
    page = look("about:blank")
    page.set_content(f'<iframe sandbox="{sandbox}" src="{address("card", "plain")}"></iframe>')
    words = page.frame_locator("iframe").locator("blockquote")
    words.wait_for()
    assert words.inner_text() == "The harbour stays open."


def test_a_page_can_not_be_framed(look, said, address):
    page = look("about:blank")
    with page.expect_console_message() as complaint:
        page.set_content(f'<iframe src="{address("page", "plain")}"></iframe>')
    assert "frame-ancestors 'none'" in complaint.value.text
    said.clear()


@pytest.mark.parametrize("kind", ["card", "page"])
def test_words_against_html_are_words(look, address, kind):
    page = look(address(kind, "hostile"))
    assert page.locator("blockquote").inner_text() == HOSTILE
    assert page.locator("img, b, script:not([type='application/ld+json'])").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0


def test_the_codes_to_copy_show_the_quote_again(look, address):
    codes = look(address("page", "hostile")).locator("textarea")
    frame, blockquote = (codes.nth(n).input_value() for n in (0, 1))
    page = look("about:blank")
    page.set_content(frame)
    words = page.frame_locator("iframe").locator("blockquote")
    words.wait_for()
    assert words.inner_text() == HOSTILE
    page.set_content(blockquote)
    assert page.locator("blockquote").inner_text() == f"“{HOSTILE}”"
    assert page.locator("img, script, b").count() == 0


def test_the_link_of_a_card_opens_the_words_beside_the_page(look, address):
    page = look("about:blank")
    page.context.route("https://dispatch.example/**", lambda route: route.fulfill(body="<p>It is said.</p>"))
    allowed = "allow-popups allow-popups-to-escape-sandbox"
    page.set_content(f'<iframe sandbox="{allowed}" src="{address("card", "plain")}"></iframe>')
    with page.context.expect_page() as opened:
        page.frame_locator("iframe").get_by_role("link", name="Talks go on").click()
    opened.value.wait_for_load_state()
    assert opened.value.url.startswith("https://dispatch.example/talks")
