"""`quotes keys`: make, list and revoke."""

from __future__ import annotations

import json


def test_a_key_is_made_listed_and_revoked(run):
    made = run("keys", "create", "Ana Vale", "--scope", "ingest", "--scope", "correct")
    token = made.stdout.strip()
    assert made.stderr == "key 1 for ingest, correct; keep it, it is not shown again:\n"
    assert token.startswith("quotes_")
    listed = run("keys").stdout
    assert "Ana Vale" in listed
    assert token[:13] in listed
    assert token not in listed
    (row,) = map(json.loads, run("keys", "list", "--format", "jsonl").stdout.splitlines())
    assert (row["name"], row["scopes"], row["revoked_at"]) == ("Ana Vale", ["ingest", "correct"], None)
    assert run("keys", "revoke", 1).stdout == "revoked: key 1 (Ana Vale)\n"
    assert "was revoked already" in run("keys", "revoke", 1).stderr


def test_before_the_first_there_is_nothing_to_list(run):
    run("db", "upgrade")
    assert run("keys").stderr == "there are no keys yet\n"


def test_a_scope_that_there_is_not_is_refused(run):
    result = run("keys", "create", "Ana", "--scope", "delete")
    assert result.exit_code == 2
    assert "a key is for one or more of read, ingest, correct, not delete" in result.stderr
