"""Speakers across documents: namings, offices, a roster, and decisions on who is who.

Everything here is spelt out, nothing is taken from the models. The keys of names are not: they are made by
the same functions that make those of new names, as the two have to be equal.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from quotes.speakers.bodies import parse_body
from quotes.speakers.names import fold
from quotes.speakers.persons import parse_person, spelling, whole

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

SPEAKER_KINDS = "('person', 'organisation', 'government', 'group', 'unnamed')"


def upgrade() -> None:
    _keep("alias_documents", "SELECT alias_id, document_id FROM alias_documents")
    _keep("aliases", "SELECT id, speaker_id AS of, name, kind, key FROM aliases")
    _drop("alias_documents", "aliases")
    _change_speakers(())
    _create_namings()
    op.execute("ALTER TABLE quotes ADD COLUMN naming_id INTEGER REFERENCES namings (id)")
    op.create_index("ix_quotes_naming", "quotes", ["naming_id"])
    _create_roster_and_decisions()
    _fill_namings()
    _create_aliases("naming_id", "namings")


def downgrade() -> None:
    # documents read since may give a speaker one alias in several namings
    _keep(
        "aliases",
        "SELECT min(a.id) AS id, n.speaker_id AS of, a.name, a.kind, min(a.key) AS key FROM aliases a"
        " JOIN namings n ON n.id = a.naming_id JOIN speakers s ON s.id = n.speaker_id AND s.quotes > 0"
        " GROUP BY n.speaker_id, a.name, a.kind",
    )
    _keep(
        "alias_documents",
        "SELECT DISTINCT k.id AS alias_id, d.document_id FROM alias_documents d JOIN aliases a"
        " ON a.id = d.alias_id JOIN namings n ON n.id = a.naming_id JOIN kept_aliases k"
        " ON k.of = n.speaker_id AND k.name = a.name AND k.kind = a.kind",
    )
    _drop("alias_documents", "aliases", "splits", "redirects", "terms", "roster", "decisions", "offices")
    op.drop_index("ix_quotes_naming", "quotes")
    op.drop_column("quotes", "naming_id")
    _drop("namings")
    op.execute("DELETE FROM speakers WHERE quotes = 0")
    _change_speakers(("key", "surname"))
    _create_aliases("speaker_id", "speakers")


def _keep(table: str, select: str) -> None:
    """Put rows aside while their table is made anew."""
    op.execute(f"CREATE TABLE kept_{table} AS {select}")


def _drop(*tables: str) -> None:
    for table in tables:
        op.drop_table(table)


def _create_aliases(column: str, parent: str) -> None:
    """Make the tables of aliases, and fill them with what was kept; `column` tells whose they are."""
    op.create_table(
        "aliases",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(column, sa.Integer, sa.ForeignKey(f"{parent}.id"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.UniqueConstraint(column, "name", "kind", name="uq_aliases_name"),
    )
    op.create_index("ix_aliases_key", "aliases", ["key", column])
    op.create_table(
        "alias_documents",
        sa.Column("alias_id", sa.Integer, sa.ForeignKey("aliases.id"), primary_key=True),
        sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_alias_documents_document", "alias_documents", ["document_id"])
    # S608: the names are this file's own
    columns = f"id, {column}, name, kind, key"
    op.execute(f"INSERT INTO aliases ({columns}) SELECT id, of, name, kind, key FROM kept_aliases")  # noqa: S608
    op.execute("INSERT INTO alias_documents SELECT alias_id, document_id FROM kept_alias_documents")
    _count_on("aliases")
    _drop("kept_aliases", "kept_alias_documents")


def _change_speakers(keys: tuple[str, ...]) -> None:
    """Take the key away from speakers, or give it back; two can be called the same now."""
    if op.get_bind().dialect.name == "sqlite":
        _make_speakers_anew(keys)
    elif keys:
        op.add_column("speakers", sa.Column("key", sa.Text))
        op.add_column("speakers", sa.Column("surname", sa.Text))
        _fill_keys()
        op.alter_column("speakers", "key", nullable=False)
        op.create_unique_constraint("uq_speakers_key", "speakers", ["key", "is_person"])
        op.create_index("ix_speakers_surname", "speakers", ["surname"])
    else:
        op.drop_index("ix_speakers_surname", "speakers")
        op.drop_constraint("uq_speakers_key", "speakers")
        op.drop_column("speakers", "key")
        op.drop_column("speakers", "surname")


def _make_speakers_anew(keys: tuple[str, ...]) -> None:
    """Do so on SQLite, which changes a constraint by another table, and drops none that others refer to."""
    common = ("id", "name", "kind", "is_person", "quotes", "documents")
    _keep("speakers", f"SELECT {', '.join(common)} FROM speakers")  # noqa: S608
    _keep("quotes", "SELECT id, speaker_id FROM quotes WHERE speaker_id IS NOT NULL")
    op.create_index("ix_kept_quotes", "kept_quotes", ["id"])
    last = op.get_bind().scalar(sa.text("SELECT seq FROM sqlite_sequence WHERE name = 'speakers'"))
    op.execute("UPDATE quotes SET speaker_id = NULL WHERE speaker_id IS NOT NULL")
    _drop("speakers")
    op.create_table(
        "speakers",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("kind", sa.Text),
        sa.Column("is_person", sa.Boolean, nullable=False),
        *([sa.Column("key", sa.Text, nullable=False), sa.Column("surname", sa.Text)] if keys else []),
        sa.Column("quotes", sa.Integer, nullable=False),
        sa.Column("documents", sa.Integer, nullable=False),
        *([sa.UniqueConstraint("key", "is_person", name="uq_speakers_key")] if keys else []),
        sa.CheckConstraint(f"kind IN {SPEAKER_KINDS}", name="ck_speakers_kind"),
        sa.CheckConstraint("quotes >= 0", name="ck_speakers_quotes"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_speakers_most_quoted", "speakers", ["quotes", "id"])
    filled = f"{', '.join(common)}{', key' if keys else ''}"
    # a key that is surely nobody else's, until it is filled in
    op.execute(f"INSERT INTO speakers ({filled}) SELECT *{', id' if keys else ''} FROM kept_speakers")  # noqa: S608
    if keys:
        op.create_index("ix_speakers_surname", "speakers", ["surname"])
        _fill_keys()
    if last is not None:  # ids are cited from outside, so a removed one is never given again
        op.execute(f"UPDATE sqlite_sequence SET seq = {int(last)} WHERE name = 'speakers'")  # noqa: S608
    op.execute(
        "UPDATE quotes SET speaker_id = (SELECT k.speaker_id FROM kept_quotes k WHERE k.id = quotes.id)"
        " WHERE id IN (SELECT id FROM kept_quotes)"
    )
    _drop("kept_speakers", "kept_quotes")


def _fill_keys() -> None:
    """Give each speaker a key again; of two who are called the same the later one's has a number."""
    bind = op.get_bind()
    keys: dict[tuple[str, bool], int] = {}
    rows = []
    for speaker in bind.execute(sa.text("SELECT id, name, is_person FROM speakers ORDER BY id")):
        key = fold(speaker.name)
        surname = key.split()[-1] if speaker.is_person and " " in key else None
        if keys.setdefault((key, bool(speaker.is_person)), speaker.id) != speaker.id:
            key = f"{key} {speaker.id}"
        rows.append({"of": speaker.id, "key": key, "surname": surname})
    if rows:
        bind.execute(sa.text("UPDATE speakers SET key = :key, surname = :surname WHERE id = :of"), rows)


def _create_namings() -> None:
    op.create_table(
        "namings",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("speaker_id", sa.Integer, sa.ForeignKey("speakers.id")),
        sa.Column("is_person", sa.Boolean, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("whole", sa.Text, nullable=False),
        *(sa.Column(name, sa.Text) for name in ("family", "surname", "first")),
        sa.Column("country", sa.Text, nullable=False),
        sa.Column("office", sa.Text, nullable=False),
        sa.Column("apart", sa.Integer, nullable=False),
        sa.Column("entry", sa.Text, nullable=False),
        sa.Column("fixed", sa.Text),
        sa.Column("documents", sa.Integer, nullable=False),
        sa.Column("contested", sa.Boolean, nullable=False),
        sa.UniqueConstraint("key", "is_person", "country", "office", "apart", "entry", name="uq_namings_key"),
        sa.CheckConstraint("fixed IN ('roster', 'people', 'own')", name="ck_namings_fixed"),
        sa.CheckConstraint("fixed IS NULL OR speaker_id IS NOT NULL", name="ck_namings_speaker"),
        sa.CheckConstraint("documents >= 0", name="ck_namings_documents"),
    )
    for name in ("whole", "family", "surname", "first"):
        op.create_index(f"ix_namings_{name}", "namings", [name])
    op.create_index("ix_namings_speaker", "namings", ["speaker_id"])
    op.create_table(
        "offices",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("naming_id", sa.Integer, sa.ForeignKey("namings.id"), nullable=False),
        sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id"), nullable=False),
        *_office_columns(),
        sa.Column("past", sa.Boolean, nullable=False),
        sa.Column("seen_sort", sa.Date, nullable=False),
    )
    op.create_index("ix_offices_naming", "offices", ["naming_id"])
    op.create_index("ix_offices_document", "offices", ["document_id"])


def _office_columns() -> Iterator[sa.Column[Any]]:
    for name in ("title", "body", "country", "key"):
        yield sa.Column(name, sa.Text, nullable=name in ("body", "country"))


def _create_roster_and_decisions() -> None:
    op.create_table(
        "roster",
        sa.Column("key", sa.Text, primary_key=True),
        sa.Column("speaker_id", sa.Integer, sa.ForeignKey("speakers.id"), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("wikidata", sa.Text),
        sa.UniqueConstraint("wikidata", name="uq_roster_wikidata"),
    )
    op.create_index("ix_roster_speaker", "roster", ["speaker_id"])
    op.create_table(
        "terms",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("roster_key", sa.Text, sa.ForeignKey("roster.key"), nullable=False),
        *_office_columns(),
        sa.Column("since", sa.Date),
        sa.Column("until", sa.Date),
    )
    op.create_index("ix_terms_roster", "terms", ["roster_key"])
    op.create_table(
        "redirects",
        sa.Column("old_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("speaker_id", sa.Integer, sa.ForeignKey("speakers.id"), nullable=False),
    )
    op.create_index("ix_redirects_speaker", "redirects", ["speaker_id"])
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("verb", sa.Text, nullable=False),
        sa.Column("speaker_id", sa.Integer, nullable=False),
        sa.Column("other_id", sa.Integer, nullable=False),
        sa.Column("details", sa.Text, nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True)),
        sa.CheckConstraint("verb IN ('merge', 'split')", name="ck_decisions_verb"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "splits",
        sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id"), primary_key=True),
        sa.Column("is_person", sa.Boolean, primary_key=True),
        sa.Column("whole", sa.Text, primary_key=True),
        sa.Column("speaker_id", sa.Integer, sa.ForeignKey("speakers.id"), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_splits_speaker", "splits", ["speaker_id"])


def _fill_namings() -> None:
    """Make a naming of every speaker, under the same id: who is one is seen when documents are read again."""
    bind = op.get_bind()
    known, rows = set(), []
    stored = sa.text("SELECT id, name, is_person, documents FROM speakers ORDER BY id")
    for speaker in bind.execute(stored):
        row = _naming(speaker.name, is_person=bool(speaker.is_person))
        same = tuple(row.values())
        row |= {"documents": speaker.documents, "contested": False}
        rows.append(row | {"id": speaker.id, "apart": speaker.id if same in known else 0})
        known.add(same)
    if rows:
        columns = ", ".join(rows[0])
        values = ", ".join(f":{name}" for name in rows[0])
        insert = f"INSERT INTO namings ({columns}, speaker_id, office, entry) VALUES ({values}, :id, '', '')"  # noqa: S608
        bind.execute(sa.text(insert), rows)
        _count_on("namings")
        op.execute("UPDATE quotes SET naming_id = speaker_id WHERE speaker_id IS NOT NULL")


def _naming(name: str, *, is_person: bool) -> dict[str, Any]:
    if not is_person:
        key, country = parse_body(name)
        found = {"key": key, "whole": key, "country": country}
        return found | dict.fromkeys(("family", "surname", "first")) | {"is_person": False}
    person = parse_person(name)
    first = person.given[0] if person.given else None
    return {
        "key": person.key,
        "whole": whole(person.key),
        "country": "",
        "family": f"{person.surname} {first[0]}" if first else None,
        "surname": person.surname if person.is_full else None,
        "first": spelling(first) if first else None,
        "is_person": True,
    }


def _count_on(table: str) -> None:
    """Let PostgreSQL count on behind the ids that were given; SQLite does so by itself."""
    if op.get_bind().dialect.name == "postgresql":
        sequence = f"pg_get_serial_sequence('{table}', 'id')"
        op.execute(f"SELECT setval({sequence}, (SELECT coalesce(max(id), 0) + 1 FROM {table}), false)")  # noqa: S608
