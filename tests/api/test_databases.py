"""The same questions get the same answers from PostgreSQL as from SQLite."""

import pytest
from starlette.testclient import TestClient

from api.app import create_app

QUESTIONS = [
    "/v1/quotes",
    "/v1/quotes?sort=published_on&per_page=2",
    "/v1/quotes?sort=id&per_page=3",
    "/v1/quotes?sort=-id&per_page=1",
    "/v1/quotes?from=2026-03-14&to=2026-03-14",
    "/v1/quotes?said_from=2026-03-13&said_to=2026-03-13",
    "/v1/quotes?said_from=2025-12-31&said_to=2026-03-01&sort=-said_on&per_page=1",
    "/v1/quotes?sort=said_on&per_page=2",
    "/v1/quotes?country=xo&channel=statement",
    "/v1/quotes?said_from=0001-01-01&said_to=9999-12-31",
    "/v1/quotes?speaker=danforth&min_confidence=0.9",
    "/v1/quotes?q=f%C3%BCr+alle",
    "/v1/quotes?q=talking",
    "/v1/quotes?q=%22harbour+stays%22+-treaty",
    "/v1/quotes?outlet=ostra+herald&kind=mixed",
    "/v1/quotes?attributed=false",
    "/v1/quotes?speaker_id=9223372036854775807",
    "/v1/quotes?published_from=2026-03-14&published_to=2026-03-14",
    "/v1/quotes?sort=-day&per_page=2",
    "/v1/quotes?sort=day&per_page=3&to=2026-03-14",
    "/v1/quotes?q=harbour+OR+(treaty+-closed)",
    "/v1/quotes?q_exact=signing",
    "/v1/quotes?q_exact=sign*",
    "/v1/quotes?speaker=!Danforth|Pavel+Orlin",
    "/v1/quotes?country=!XO&kind=direct|mixed",
    "/v1/quotes?office=envoy",
    "/v1/quotes?office=!envoy",
    "/v1/quotes?addressee=the+council&cue=add",
    "/v1/quotes?reported_by=pier+agency&rule=before_verb",
    "/v1/quotes?speaker_kind=unnamed|government",
    "/v1/quotes?outlet=!ostra+herald",
    "/v1/quotes?group_by=speaker&per_page=2",
    "/v1/quotes?group_by=country&q=harbour+OR+treaty",
    "/v1/quotes?group_by=outlet",
    "/v1/quotes?group_by=cue&speaker=!danforth",
    "/v1/quotes?group_by=month&per_page=1",
    "/v1/quotes?group_by=day&from=2026-03-14",
    "/v1/quotes?sample=3&seed=7",
    "/v1/quotes?sample=4&seed=7&attributed=true&per_page=1",
    "/v1/quotes?sort=-confidence,-day&per_page=2",
    "/v1/quotes?select=id,text&per_page=0",
    "/v1/quotes/5",
    "/v1/quotes/99",
    "/v1/quotes/9223372036854775807",
    "/v1/quotes?cursor=invented",
    "/v1/quotes?q=%3F",
    "/v1/timeline?interval=day&speaker=!danforth",
    "/v1/timeline?per_page=1",
    "/v1/outlets?per_page=1",
    "/v1/autocomplete/speakers?q=dan",
    "/v1/autocomplete/speakers?q=danfroth",
    "/v1/autocomplete/speakers?q=%3F",
    "/v1/speakers",
    "/v1/speakers?q=ministry&per_page=1",
    "/v1/speakers/1",
    "/v1/speakers/1/quotes",
    "/v1/documents?per_page=2",
    "/v1/documents?q=gate",
    "/v1/documents/1",
]


@pytest.mark.parametrize("every", [4, pytest.param(1, marks=pytest.mark.thorough)])
@pytest.mark.parametrize("dialect", ["postgresql"])
def test_both_databases_give_the_same_answers(client, database_url, open_engine, every):
    app = create_app(open_engine(database_url, read_only=True))
    with TestClient(app, base_url="https://quotes.example", raise_server_exceptions=False) as postgresql:
        assert postgresql.get("/healthz").json()["results"][0]["database"] == "postgresql"
        for question in QUESTIONS[::every]:
            met = set()
            while question and question not in met:
                met.add(question)
                here, there = client.get(question), postgresql.get(question)
                assert there.status_code == here.status_code, question
                assert without_moments(there.json()) == without_moments(here.json()), question
                question = here.json().get("meta", {}).get("next")


def without_moments(answer):
    """Leave out the fields that depend on when the databases were filled."""
    if isinstance(answer, list):
        return [without_moments(one) for one in answer]
    if isinstance(answer, dict):
        moments = ("added_at", "updated_at")
        return {name: without_moments(value) for name, value in answer.items() if name not in moments}
    return answer
