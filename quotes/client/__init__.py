"""Ask a server, or a database at hand, from Python: the same questions, the same records.

>>> from quotes.client import connect
>>> db = connect("http://127.0.0.1:8000")       # doctest: +SKIP
>>> for quote in db.quotes(speaker="Danforth", from_="2024-03-11"):    # doctest: +SKIP
...     print(quote.day.date, quote.text)
"""

from quotes.client.database import Database, connect
from quotes.client.notebook import install
from quotes.client.queries import Query, QuoteQuery
from quotes.client.retries import Retries

install()

__all__ = ["Database", "Query", "QuoteQuery", "Retries", "connect"]
