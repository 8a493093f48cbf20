"""An example of a request for every address, and what it is in the description."""

ANSWERED = [
    ("GET", "/", "/"),
    ("GET", "/healthz", "/healthz"),
    ("GET", "/v1/quotes", "/v1/quotes?speaker=Mira+Danforth&per_page=1"),
    ("GET", "/v1/quotes", "/v1/quotes?group_by=month"),
    ("GET", "/v1/quotes/{id}", "/v1/quotes/2"),
    ("GET", "/v1/speakers", "/v1/speakers?q=Danforth"),
    ("GET", "/v1/statements/{id}", "/v1/statements/1"),
    ("GET", "/v1/speakers/{id}", "/v1/speakers/1"),
    ("GET", "/v1/speakers/{id}/quotes", "/v1/speakers/1/quotes"),
    ("GET", "/v1/corrections", "/v1/corrections"),
    ("GET", "/v1/updates", "/v1/updates?per_page=2"),
    ("GET", "/v1/autocomplete/speakers", "/v1/autocomplete/speakers?q=danfroth"),
    ("GET", "/v1/timeline", "/v1/timeline?interval=year"),
    ("GET", "/v1/outlets", "/v1/outlets"),
    ("GET", "/v1/documents", "/v1/documents?published_from=2026-03-14"),
    ("GET", "/v1/documents/{id}", "/v1/documents/1"),
    ("POST", "/v1/extract", "/v1/extract"),
    ("POST", "/v1/verify", "/v1/verify"),
    ("GET", "/oembed", "/oembed?url=https://quotes.example/quotes/1"),
]
# Files, which have tests of their own.
FILES = [
    ("GET", "/v1/quotes.{format}"),
    ("GET", "/v1/quotes/{id}.{format}"),
    ("GET", "/v1/documents/{id}.{format}"),
]
