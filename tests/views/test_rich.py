"""Sentences with links keep their words, whatever stands in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.language import Language
from kompass_sphinx.views.rich import Link, Quiet, Rich, joined, listed, plain, rich
from kompass_sphinx.views.targets import Target

MARK = Link("Mark 2009", Target("evaluations/mark/2009"))
TEXT = st.text(min_size=1, max_size=12)
PART = TEXT | st.builds(Link, TEXT, st.just(MARK.target)) | st.builds(Quiet, TEXT)
SENTENCE = st.lists(PART, max_size=4).map(tuple)


def test_placeholders_are_filled_in_the_order_of_the_translation() -> None:
    sentence = rich("%(total)s fick %(evaluation)s %(n)s.", evaluation=MARK, total="513", n=Quiet("(n = 3)"))
    assert sentence == ("513", " fick ", MARK, " ", Quiet("(n = 3)"), ".")
    assert plain(sentence) == "513 fick Mark 2009 (n = 3)."


def test_a_sentence_may_stand_within_another_or_twice() -> None:
    assert rich("%(one)s, %(one)s", one=("se ", MARK)) == ("se ", MARK, ", ", "se ", MARK)


def test_a_sentence_without_placeholders_is_itself_and_an_empty_one_has_no_parts() -> None:
    assert rich("100 % säkert.") == ("100 % säkert.",)
    assert rich("") == ()


def test_a_placeholder_without_a_value_is_a_mistake_of_the_program() -> None:
    with pytest.raises(KeyError):
        rich("%(nobody)s")


@given(SENTENCE)
def test_what_is_filled_in_is_never_read_as_a_placeholder(sentence: Rich) -> None:
    assert plain(rich("<%(text)s>", text=sentence)) == f"<{plain(sentence)}>"
    assert plain(rich("<%(text)s>", text="%(other)s")) == "<%(other)s>"


@given(st.lists(SENTENCE, max_size=5))
def test_joined_sentences_have_one_space_between(sentences: list[Rich]) -> None:
    assert plain(joined(sentences)) == " ".join(plain(one) for one in sentences if one)


@given(st.lists(SENTENCE.filter(bool), min_size=1, max_size=5))
def test_a_list_reads_as_the_same_list_of_texts(items: list[Rich]) -> None:
    language = Language("sv")
    marked = [("<", *item, ">") for item in items]
    names = [f"<{plain(item)}>" for item in items]
    assert plain(listed(language, marked)) == language.listing(names)


def test_a_list_keeps_its_links() -> None:
    language = Language("sv")
    assert listed(language, [MARK, "Lomma", ("Vara ", Quiet("(n = 1)"))]) == (
        MARK,
        ", ",
        "Lomma",
        " och ",
        "Vara ",
        Quiet("(n = 1)"),
    )
    assert listed(language, []) == ()
