"""Answers that say the same are the same bytes, everywhere; unpacked they are what was packed."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.archive.answers import MISSING, answer_of
from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.by_theme import AreaResultOf
from kompass_sphinx.archive.items import ANYWHERE, Kind, WordPlace
from kompass_sphinx.archive.packed_answers import SIZE, AnswerPacker, PackedAnswer
from kompass_sphinx.archive.same_words import SameWords
from kompass_sphinx.archive.statistics import Quarter
from kompass_sphinx.model.evaluation import EvaluationReference
from tests.archive.made_things import packer_of
from tests.archives import archive_of, catalogue, made_evaluation, registry

REFERENCE = EvaluationReference("Mark", 2018, 2016)

_leaves = (
    st.none()
    | st.booleans()
    | st.integers(-3, 3)
    | st.sampled_from((0.5, 1.0, -0.0, 0.0))
    | st.sampled_from(("", "1", "å", "a\N{COMBINING RING ABOVE}", "light"))
    | st.sampled_from((MISSING, Quarter.HIGHEST, Kind.EXAMPLE))
)
VALUES = st.recursive(
    _leaves,
    lambda inner: (
        st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.sampled_from(("a", "b", 1)), inner, max_size=3)
        | st.builds(AreaResultOf, inner, inner)
        | st.lists(inner, max_size=2).map(tuple).map(SameWords)
    ),
    max_leaves=6,
)


PACKER = AnswerPacker(archive_of(), {})


def digest(value: Any) -> bytes:
    return PACKER.packed(value).digest


@given(VALUES, VALUES)
def test_what_says_the_same_is_the_same_bytes_and_nothing_else_is(one: Any, other: Any) -> None:
    assert len(digest(one)) == SIZE
    assert (digest(one) == digest(other)) == (repr(one) == repr(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [(1, "1"), (1, True), (0, 0.0), (None, MISSING), (None, ""), (None, ()), ("ab", ("a", "b")), ((1, 2), (2, 1)),
     (((1,), 2), ((1, 2),)), ({"a": 1}, {"a": 2}), ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
     (AreaResultOf(REFERENCE, 1), AreaResultOf(REFERENCE, 2))],
)  # fmt: skip
def test_values_that_are_easily_taken_for_each_other(one: Any, other: Any) -> None:
    assert digest(one) != digest(other)
    assert digest((one,)) != digest((other,))


def test_who_else_holds_a_value_does_not_count() -> None:
    assert digest(("total", "total")) == digest(("total", "".join(["to", "tal"])))


MANY = """
from tests.archive.test_packed_answers import digests_of_an_archive
print(*(one.hex() for one in digests_of_an_archive()))
"""


def digests_of_an_archive() -> list[bytes]:
    """Those of some answers, and of a string that others hold and of one that nobody does."""
    archive = made_archive()
    keys: list[tuple[Any, ...]] = [
        ("of_municipality", "mark"),
        ("questions", (2016, "4.3"), "asked_for", (3,)),
        ("theme_counts", "ledarskap"),
        ("named_by_municipality", "Lomma"),
        ("function", "recurring_on", "ledarskap", 3),
        ("figures", 2016, "areas", 4, "n"),
        ("figures", 2016, "areas", 9, "n"),
    ]
    packer = packer_of(archive)
    strings = [digest("total"), digest("".join(["to", "tal"]))]
    return [packer.packed(answer_of(archive, key)).digest for key in keys] + strings


def made_archive(**values: Any) -> Archive:
    finding = {"text": "Påhittad ett.", "question": "4.3"}
    area = {"points": 50, "strengths": [finding], "improvements": [finding], "questions": {"4.3": {"percent": 50}}}
    example = {"municipality": "Lomma", "area": 4, "question": "4.3", "topic": "påhittat"}
    return archive_of(
        made_evaluation("Mark", 2018, areas={4: area}, examples=[example], **values),
        made_evaluation("Vara", 2017, areas={4: area}, total=500),
    )


def test_they_are_the_same_in_another_process_with_another_hash_seed() -> None:
    here = [one.hex() for one in digests_of_an_archive()]
    assert here[-1] == here[-2]
    assert len(set(here)) == len(here) - 1
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.pathsep.join(sys.path)}
        done = subprocess.run([sys.executable, "-c", MANY], env=environment, capture_output=True, text=True, check=True)
        assert done.stdout.split() == here


def packed(archive: Archive, *path: Any) -> PackedAnswer:
    return packer_of(archive).packed(answer_of(archive, path))


MARK = WordPlace.everywhere("Mark", 2018)


def test_a_whole_evaluation_counts_by_its_content() -> None:
    one, other = made_archive(), made_archive(total=600)
    path = ("evaluations", ("mark", 2018))
    assert packed(one, *path) == packed(other, *path)
    assert packed(one, *path).words == {MARK}
    assert packer_of(one).digest_at(MARK) != packer_of(other).digest_at(MARK)
    assert packer_of(one).digest_at(MARK) == packer_of(made_archive()).digest_at(MARK)
    assert packer_of(one).unpacked(packed(one, *path).data) is one.evaluations["mark", 2018]


@pytest.mark.parametrize(
    ("path", "places"),
    [
        (("of_municipality", "vara"), {WordPlace.everywhere("Vara", 2017)}),
        (("questions", (2016, "4.3"), "first_strengths", (1,)), {WordPlace("Mark", 2018, "s", 0)}),
        (
            ("questions", (2016, "4.3"), "asked_for", (0,)),
            {WordPlace("Mark", 2018, "i", 0), WordPlace("Vara", 2017, "i", 0)},
        ),
        (("named_by_municipality", "Lomma"), {WordPlace("Mark", 2018, "e", 0)}),
        (("strengths_on", (2016, "4.3"), "candidates", 1), {WordPlace("Vara", 2017, "s", 0)}),
        (("figures_of_municipality", "mark"), set()),
        (("with_total", (2016, True)), set()),
        (("of_group", "C8"), set()),
        (("last_year",), set()),
    ],
    ids=lambda value: str(value[0]) if isinstance(value, tuple) else "",
)
def test_words_are_told_by_where_they_are(path: tuple[Any, ...], places: set[WordPlace]) -> None:
    assert packed(made_archive(), *path).words == places


@pytest.mark.parametrize("change", [{"topic": "annat"}, {"page": 4}, {"municipality": "Ale"}])
def test_words_of_an_item_are_all_that_it_says(change: dict[str, Any]) -> None:
    one, place = made_archive(), WordPlace("Mark", 2018, "e", 0)
    (named,) = one.named
    evaluation = one.evaluations["mark", 2018]
    other = replace(evaluation, examples=(replace(named.item.example, **change),))
    changed = replace(one, evaluations={**one.evaluations, ("mark", 2018): other})
    assert packer_of(changed).digest_at(place) != packer_of(one).digest_at(place)


def test_who_else_holds_the_words_of_an_item_does_not_count() -> None:
    def digest_with(text: str) -> bytes:
        archive = archive_of(made_evaluation("Mark", 2018, areas={4: {"strengths": ["Påhittad."]}}))
        [strength] = archive.evaluations["mark", 2018].areas[4].strengths
        object.__setattr__(strength, "text", text)
        return packer_of(archive).digest_at(WordPlace("Mark", 2018, "s", 0))

    assert digest_with(sys.intern("Andra ord.")) == digest_with("".join(["Andra", " ord."])) != b""


def test_the_address_of_an_item_is_among_its_words() -> None:
    texts = (["Ett.", "Två."], ["Två.", "Två."])
    archives = [archive_of(made_evaluation(areas={4: {"strengths": strengths}})) for strengths in texts]
    (evaluation,) = archives[0]
    second = WordPlace(evaluation.municipality, evaluation.year, "s", 1)
    one, other = (packer_of(archive).digest_at(second) for archive in archives)
    assert one != other


@pytest.mark.parametrize(
    "place",
    [WordPlace("Mark", 2018, "s", 1), WordPlace("Mark", 2018, "e", 7), WordPlace("Mark", 2019, "s", 0),
     WordPlace.everywhere("Lomma", 2018)],
)  # fmt: skip
def test_where_there_is_nothing_there_are_no_words(place: WordPlace) -> None:
    assert packer_of(made_archive()).digest_at(place) == b""


def test_anywhere_are_the_words_of_all() -> None:
    one, other = made_archive(), made_archive(summary="Påhittat.")
    assert packer_of(one).digest_at(ANYWHERE) == packer_of(made_archive()).digest_at(ANYWHERE)
    assert packer_of(one).digest_at(ANYWHERE) != packer_of(other).digest_at(ANYWHERE)


@given(VALUES)
def test_unpacked_is_what_was_packed(value: Any) -> None:
    assert repr(PACKER.unpacked(PACKER.packed(value).data)) == repr(value)


def test_an_unpacked_part_of_an_evaluation_is_as_it_was_read() -> None:
    one, path = made_archive(), ("questions", (2016, "4.3"), "first_results", (2,))
    first, second = packer_of(one).unpacked(packed(one, *path).data)
    assert (first, second) == answer_of(one, path)
    assert first.figures.percent == 50


def test_unpacked_items_have_the_words_of_today() -> None:
    one = made_archive()
    evaluation = one.evaluations["mark", 2018]
    area = evaluation.areas[4]
    reworded = replace(area, strengths=(replace(area.strengths[0], text="Andra ord."),))
    other = replace(
        one,
        evaluations={**one.evaluations, ("mark", 2018): replace(evaluation, areas={**evaluation.areas, 4: reworded})},
    )
    data = packed(one, "questions", (2016, "4.3"), "first_strengths", (2,)).data
    first, second = packer_of(other).unpacked(data)
    assert first.item is other.items_of(other.evaluations["mark", 2018]).strengths[0]
    assert (first.item.finding.text, second.item.finding.text) == ("Andra ord.", "Påhittad ett.")


def test_what_the_archive_no_longer_has_cannot_be_unpacked() -> None:
    one = made_archive()
    without = replace(one, evaluations={key: found for key, found in one.evaluations.items() if key[0] != "mark"})
    for path in (("evaluations", ("mark", 2018)), ("named_by_municipality", "Lomma")):
        with pytest.raises(LookupError):
            packer_of(without).unpacked(packed(one, *path).data)


@pytest.mark.parametrize("part", [b"cos\nsystem\n.", b"cbuiltins\neval\n."])
def test_nothing_else_is_made_of_bytes(part: bytes) -> None:
    with pytest.raises(pickle.UnpicklingError, match="is no part of an answer"):
        PACKER.unpacked(part)


def test_reference_data_count_by_their_names() -> None:
    edition = catalogue().editions[2016]
    one, other = edition.question("4.3"), catalogue().editions[2010].question("4.3")
    tingsryd, mark = registry().by_slug["tingsryd"], registry().by_slug["mark"]
    different = [one, other, edition, edition.areas[4], edition.areas[5], tingsryd, mark]
    assert len({digest(value) for value in different}) == len(different)
    assert digest(tingsryd) == digest(replace(tingsryd))


@pytest.mark.parametrize("value", [object(), {1}.__iter__(), len, [object()], {"a": object()}])
def test_no_page_is_made_of_other_kinds(value: Any) -> None:
    with pytest.raises(TypeError, match="no page is made of"):
        PACKER.packed(value)


def test_a_reference_holds_no_words() -> None:
    assert PACKER.packed(REFERENCE).words == frozenset()
