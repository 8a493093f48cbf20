import pytest

from api.app import EXPOSED

READER = {"Origin": "https://reader.example"}


@pytest.mark.parametrize("path", ["/", "/healthz", "/v1/quotes", "/v1/documents/1", "/v1/quotes/99"])
def test_head_answers_as_get_without_the_body(client, path):
    got, head = client.get(path), client.head(path)
    assert head.content == b""
    assert head.status_code == got.status_code
    changing = ("x-request-id", "ratelimit-remaining", "ratelimit-reset")
    seen, same = ({k: v for k, v in one.headers.items() if k not in changing} for one in (head, got))
    assert seen == same


@pytest.mark.parametrize("announced", [True, False], ids=["announced", "streamed"])
def test_a_body_past_the_limit_is_refused_whether_its_length_was_announced_or_not(client, announced):
    parts = [b'{"text": "', *[b"a" * 1_000_000] * 7, b'"}']
    response = client.post(
        "/v1/extract",
        content=b"".join(parts) if announced else iter(parts),
        headers={"content-type": "application/json"},
    )
    assert response.headers["content-type"] == "application/problem+json"
    assert response.json() == {
        "type": "about:blank",
        "title": "Content Too Large",
        "status": 413,
        "detail": "the request's body may have at most 7,000,000 bytes",
        "instance": "/v1/extract",
        "errors": [],
    }


@pytest.mark.parametrize("path", ["/v1/quotes", "/v1/quotes/99", "/v1/nothing", "/v1/quotes?kind=x"])
def test_scripts_of_any_page_may_read_answers_and_errors(client, path):
    headers = client.get(path, headers=READER).headers
    assert headers["access-control-allow-origin"] == "*"
    assert headers["access-control-expose-headers"] == ", ".join(EXPOSED)
    assert "access-control-allow-credentials" not in headers


@pytest.mark.parametrize(
    ("method", "status"),
    [("GET", 200), ("HEAD", 200), ("POST", 200), ("PATCH", 200), ("DELETE", 200), ("PUT", 400)],
)
def test_browsers_are_told_what_scripts_of_other_pages_may_do(client, method, status):
    asked = {**READER, "Access-Control-Request-Method": method}
    response = client.options("/v1/quotes", headers=asked)
    assert response.status_code == status
    assert response.headers["access-control-allow-methods"] == "GET, HEAD, POST, PATCH, DELETE"
