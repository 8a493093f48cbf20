"""What Accept asks for, as a table (RFC 9110, 12.5.1)."""

from __future__ import annotations

import pytest

from api.negotiation import preferred

JSON, BIB, RIS = "application/json", "application/x-bibtex; charset=utf-8", "application/x-ris"
LD, ANNO = "application/ld+json", 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
OFFERED = (JSON, BIB, RIS, LD, ANNO)


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("text/html", JSON),  # nothing of it is here
        ("application/x-bibtex", BIB),
        ("APPLICATION/X-BibTeX ; Q=0.5", BIB),
        ("application/x-bibtex, */*", BIB),  # alike, and named
        ("application/x-bibtex;q=0.5, application/json", JSON),
        ("application/x-bibtex;q=0.5, application/json;q=0.4", BIB),
        ("application/json;q=0, */*", BIB),
        ("application/x-bibtex;q=0", JSON),
        ("application/x-bibtex;q=0.3, application/x-ris;q=0.9, application/json;q=0.1", RIS),
        ("*/*;q=0.8, application/x-ris;q=0.2", JSON),
        ("application/ld+json", LD),
        ('application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"', ANNO),
        (
            'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; q=0.9, application/json;q=0.8',
            ANNO,
        ),
        ('application/ld+json; profile="a,b;q=1"', JSON),
        ("application/x-bibtex;charset=utf-8", BIB),
        ("application/x-bibtex;charset=latin-1", JSON),
        ("application/x-bibtex;q=2, application/x-ris;q=0.1", RIS),  # what is no quality is not read
        (";;,=,/,a/,*", JSON),
        ("application/x-bibtex," * 1000, BIB),
    ],
)
def test_the_form_that_is_wanted(accept, wanted):
    assert preferred(accept, OFFERED) == wanted
