"""Answers by key are made one at a time, each when it is first asked for, and once."""

from __future__ import annotations

import pytest

from kompass_sphinx.archive.when_asked import MadeWhenAsked

KEYS = ("tre", "ett", "två")


class Making:
    """Answers in capitals, and which were made."""

    def __init__(self) -> None:
        self.made: list[str] = []
        self.answers = MadeWhenAsked(KEYS, self.make)

    def make(self, key: str) -> list[str]:
        self.made.append(key)
        return [key.upper()]


@pytest.fixture
def making() -> Making:
    return Making()


def test_an_answer_is_made_when_it_is_asked_for_and_is_the_same_object_from_then_on(making: Making) -> None:
    assert making.made == []
    found = making.answers["två"]
    assert found == ["TVÅ"]
    assert making.answers["två"] is found
    assert making.made == ["två"]


def test_keys_come_in_their_order_and_nothing_is_made_for_them(making: Making) -> None:
    assert list(making.answers) == list(KEYS)
    assert len(making.answers) == 3
    assert "ett" in making.answers
    assert "fyra" not in making.answers
    assert making.made == []


def test_what_is_no_key_has_no_answer(making: Making) -> None:
    with pytest.raises(KeyError) as raised:
        making.answers["fyra"]
    assert raised.value.args == ("fyra",)
    assert making.answers.get("fyra") is None
    assert making.made == []


def test_the_rest_can_be_made_beforehand(making: Making) -> None:
    found = making.answers["två"]
    making.answers.make_all()
    assert making.made == ["två", "tre", "ett"]
    assert making.answers["två"] is found
    assert list(making.answers.values()) == [["TRE"], ["ETT"], ["TVÅ"]]
    assert sorted(making.made) == sorted(KEYS)
