import pytest

import api.routes.quotes


def test_an_address_that_there_is_not(refusal):
    assert refusal("/v1/qüotes") == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "there is nothing at this address; / lists the addresses there are",
        "instance": "/v1/q%C3%BCotes",
        "errors": [],
    }


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("DELETE", "/v1/quotes/1", "GET"),
        ("POST", "/v1/quotes", "GET"),
        ("PUT", "/v1/documents/1", "GET"),
        ("OPTIONS", "/healthz", "GET"),
        ("GET", "/v1/extract", "POST"),
        ("HEAD", "/v1/extract", "POST"),
    ],
)
def test_a_method_that_the_address_does_not_take(client, method, path, allowed):
    response = client.request(method, path)
    assert response.status_code == 405
    assert response.headers["allow"] == allowed
    assert response.headers["content-type"] == "application/problem+json"
    if method != "HEAD":
        assert response.json() == {
            "type": "about:blank",
            "title": "Method Not Allowed",
            "status": 405,
            "detail": f"{method} can't be used at this address; use {allowed}",
            "instance": path,
            "errors": [],
        }


def test_a_fault_of_ours_says_nothing_of_its_cause(client, monkeypatch):
    def select_quotes(*_args, **_rest):
        raise RuntimeError("secret of the server")

    monkeypatch.setattr(api.routes.quotes, "select_quotes", select_quotes)
    response = client.get("/v1/quotes?per_page=199", headers={"Origin": "https://reader.example"})
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.json() == {
        "type": "about:blank",
        "title": "Internal Server Error",
        "status": 500,
        "detail": "the server failed to answer; the cause is in its log",
        "instance": "/v1/quotes",
        "errors": [],
    }
