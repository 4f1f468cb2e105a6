"""Which addresses are asked at all, and with which parts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.model.errors import FetchError
from foedus.read.fetch import target_of


@pytest.mark.parametrize(
    ("address", "parts"),
    [
        ("http://example.org", ("http", "example.org", 80, "/")),
        ("HTTPS://Example.ORG/a?b=c#d", ("https", "example.org", 443, "/a?b=c")),
        ("https://example.org:443/%C3%A9", ("https", "example.org", 443, "/%C3%A9")),
        ("https://münze.example/é?ü=1", ("https", "xn--mnze-0ra.example", 443, "/%C3%A9?%C3%BC=1")),
        ("http://[2606:4700::1]/", ("http", "2606:4700::1", 80, "/")),
    ],
)
def test_an_address_is_taken_apart(address: str, parts: tuple[str, str, int, str]) -> None:
    found = target_of(address)
    assert (found.scheme, found.host, found.port, found.path) == parts


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("ftp://example.org/", "its scheme is 'ftp'"),
        ("file:///etc/hosts", "its scheme is 'file'"),
        ("gopher://example.org:70/_x", "its scheme is 'gopher'"),
        ("example.org/feed", "its scheme is ''"),
        ("https://ann:secret@example.org/", "a name or a password"),
        ("https://@example.org/", "a name or a password"),
        ("https://example.org:22/", "its port is 22; allowed are 80, 443"),
        ("https://example.org:8443/", "its port is 8443"),
        ("https://example.org:99999/", "it is no address"),
        ("https:///path", "it names no host"),
        ("https://exa mple.org/", "a space"),
        ("https://example.org/\r\nHost: other", "a control character"),
        ("https://example.org\\@other.example/", "a backslash"),
        ("https://exa%6dple.org/", "is no host"),
        ("https://-a-.example/", "is no host"),
        ("https://[fe80::1%25eth0]/", "is no"),
        ("https://example.org/" + "a" * 2000, "more than 2,000 characters"),
    ],
)
def test_an_address_that_is_not_asked_is_refused_with_its_reason(address: str, why: str) -> None:
    with pytest.raises(FetchError) as caught:
        target_of(address)
    assert caught.value.code == "address"
    assert why in str(caught.value)


def test_a_password_does_not_stand_in_the_message() -> None:
    with pytest.raises(FetchError) as caught:
        target_of("https://ann:secret@example.org/feed")
    assert "secret" not in str(caught.value)
    assert "https://example.org/feed" in str(caught.value)


def test_another_port_is_asked_where_it_is_allowed() -> None:
    assert target_of("http://example.org:8080/", frozenset({8080})).authority == "example.org:8080"


@given(st.text(max_size=60))
def test_no_text_brings_anything_but_parts_or_a_refusal(text: str) -> None:
    try:
        found = target_of("http://" + text)
    except FetchError:
        return
    assert not set(found.host + found.path) & set(" \r\n\t\\@") - set(
        "@" if "@" in found.path else ""
    )
    assert found.host.isascii()
    assert found.path.isascii()
