"""What is said of a text that YAML cannot read: in our words, never in those of the parser."""

import pytest
import yaml

from kompass_sphinx.reading.problems import Code, Problem
from kompass_sphinx.reading.yaml_text import load, parse

BROKEN = {
    "a: 1\nb: c: d": "a colon makes a key of the text, and no key can stand here",
    "a: - b": "no list can begin here",
    "a: @b": "a text without quotes cannot begin with this sign",
    "a: *": "a text without quotes cannot begin with this sign",
    "a: !<": "a text without quotes cannot begin with this sign",
    "%a: b": "a text without quotes cannot begin with this sign",
    "%FEL\n---\na: b": "a text without quotes cannot begin with this sign",
    "a:\n\tb: 1": "the line begins with a tab",
    "a:\n  b: 1\n\tc: 1": "the line begins with a tab",
    "a:\n  \tb: 1": "the line begins with a tab",
    "a: |\n\tb": "the line begins with a tab",
    "a: > b": "after > or | the text begins on the next line",
    'a: "b': "a quotation mark has no other that ends the text",
    "a: 'b\n---\n'": "a quotation mark has no other that ends the text",
    'a: "b\nc: 1\nd: "e"': "a quotation mark has no other that ends the text",
    "a: 'b\nc: 1\nd: 'e'": "a quotation mark has no other that ends the text",
    'a: "\\q"': "a backslash between double quotes has a meaning of its own",
    'a: "\\xzz"': "a backslash between double quotes has a meaning of its own",
    'a: "\\ud800"': "a backslash between double quotes has a meaning of its own",
    "a: [1": "what began with a bracket neither goes on nor ends",
    "a: {b: 1 c: 2}": "what began with a bracket neither goes on nor ends",
    "a: [1,,2]": "there is no value here",
    "a: }": "there is no value here",
    "a: 1\nb\n": "the key has no colon",
    "a: 1\nb\nc: 1": "the key has no colon",
    "- a\nb: 1": "the line is no item of the list above it",
    "a: 'b' c": "what stands here does not fit the keys above it",
    '"a" b': "what stands here does not fit what stands before it",
    "a: !b!c d": "what stands here does not fit what stands before it",
    "a: >0\n b": "what stands here does not fit what stands before it",
}


def problem_of(text: str) -> Problem:
    [problem] = parse(text, "2019.yaml").problems
    return problem


@pytest.mark.parametrize("text", BROKEN)
def test_the_cause_is_told_in_our_words(text: str) -> None:
    with pytest.raises(yaml.YAMLError) as raised:
        list(yaml.parse(text, Loader=yaml.CBaseLoader))
    problem = problem_of(text)
    assert dict(problem.values)["detail"] == BROKEN[text]
    assert str(raised.value.problem) not in problem.text(str)  # type: ignore[attr-defined]


def test_the_cause_is_translated_with_the_rest() -> None:
    text = problem_of("a: @b").text(lambda message: message if "%(" in message else message.upper())
    assert "CANNOT BEGIN WITH THIS SIGN. PUT" in text


@pytest.mark.parametrize(
    ("text", "advice"),
    [
        ("a:\n  b:\n  c: 1\n", "delete the line."),
        ("a: {b: , c: 1}\n", "delete b within the braces."),
        ("a: {c: {d: 1}, b: }\n", "delete b within the braces."),
        ("a: {c: 1}\nb:\n", "delete the line."),
    ],
)
def test_a_key_without_a_value_goes_with_its_line_only_when_it_is_alone_there(text: str, advice: str) -> None:
    problem = problem_of(text)
    assert problem.code is Code.EMPTY_VALUE
    assert problem.text(str).endswith(advice)


def test_data_that_must_be_right_and_is_not_is_told_with_its_places() -> None:
    with pytest.raises(ValueError, match=r"^:1:4: &x .*; :2:4: &y "):
        load("a: &x 1\nb: &y 2\n")
