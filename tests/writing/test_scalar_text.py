"""A value is written plain where every reader takes it for the same, else in quotes."""

from __future__ import annotations

import pytest

from kompass_sphinx.reading.yaml_text import parse
from kompass_sphinx.writing.scalar_text import scalar_text


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("points", "74.5"),
        ("year", "2019"),
        ("visited", "2019-05"),
        ("first", "true"),
        ("question", "1.10"),
        ("text", "Webbsända möten, och en egen tidning – varje månad."),
        ("text", "Öppet kl. 10:30"),
        ("text", "C#"),
        ("url", "https://example.org/#a?b=c"),
    ],
)
def test_plain(key: str, value: str) -> None:
    assert scalar_text(value, key) == value


@pytest.mark.parametrize(
    ("key", "value", "written"),
    [
        ("municipality", "0114", '"0114"'),
        ("topic", "no", '"no"'),
        ("label", "2019", '"2019"'),
        ("period", "2019-05-06", '"2019-05-06"'),
        ("text", "null", '"null"'),
        ("text", "", '""'),
        ("text", "Påhittat: kolon", '"Påhittat: kolon"'),
        ("text", "slutar med:", '"slutar med:"'),
        ("text", "# nej", '"# nej"'),
        ("text", "ett #två", '"ett #två"'),
        ("text", "- streck", '"- streck"'),
        ("text", "? fråga", '"? fråga"'),
        ("text", "@sign", '"@sign"'),
        ("text", "%del", '"%del"'),
        ("text", "[klammer]", '"[klammer]"'),
        ("text", '"citat" först', "'\"citat\" först'"),
        ("text", "bak\\streck: a", "'bak\\streck: a'"),
        ("text", "två\nrader", '"två\\nrader"'),
        ("text", "ett\x07ljud", '"ett\\x07ljud"'),
        ("text", "\u2028", '"\\u2028"'),
        ("text", " kant ", '" kant "'),
    ],
)
def test_in_quotes(key: str, value: str, written: str) -> None:
    assert scalar_text(value, key) == written
    assert parse(f"a: {written}", "").value == {"a": value}


def test_the_quotes_that_stood_there_are_kept() -> None:
    assert scalar_text("nytt", "text", "'") == "'nytt'"
    assert scalar_text("det's", "text", "'") == "'det''s'"
    assert scalar_text('ett "nytt"', "text", '"') == '"ett \\"nytt\\""'


def test_a_comma_is_plain_on_a_line_of_its_own_and_quoted_in_braces() -> None:
    assert scalar_text("a, b", "text") == "a, b"
    assert scalar_text("a, b", "text", flow=True) == '"a, b"'
