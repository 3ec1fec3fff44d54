"""Addresses of strengths, improvements and examples: promises that hold when others come."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.archive.items import EvaluationItems, Items, Kind, digest_of
from tests.archives import made_evaluation, real_archive

ADDRESS = re.compile(r"[sie]-[0-8]-[0-9a-f]{8}(-[1-9][0-9]*)?")
TEXT = st.text(st.characters(categories=("L", "N", "P")), min_size=1, max_size=20)
TEXTS = st.lists(TEXT, max_size=6)


def strengths(*texts: str, area: int = 4) -> list[str]:
    """The addresses of an area's strengths."""
    evaluation = made_evaluation(areas={area: {"strengths": list(texts)}})
    return [item.address for item in EvaluationItems(evaluation).strengths]


def digest(text: str) -> str:
    return sha256(text.encode()).hexdigest()[:8]


def test_an_address_is_kind_area_and_digest_of_the_text() -> None:
    evaluation = made_evaluation(
        areas={
            4: {"strengths": ["Påhittad styrka."], "improvements": ["Påhittad brist."]},
            7: {"strengths": ["Annan styrka."]},
        },
    )
    items = EvaluationItems(evaluation)
    assert [item.address for item in items.strengths] == [
        f"s-4-{digest('Påhittad styrka.')}",
        f"s-7-{digest('Annan styrka.')}",
    ]
    assert [item.address for item in items.improvements] == [f"i-4-{digest('Påhittad brist.')}"]


def test_an_examples_address_is_made_of_its_name_and_topic() -> None:
    evaluation = made_evaluation(
        examples=[
            {"municipality": "Mark", "area": 4, "topic": "påhittad modell"},
            {"municipality": "Lomma", "area": 4, "topic": "påhittad modell"},
            {"place": "Odense", "kind": "foreign", "country": "Danmark", "topic": "påhittad modell"},
        ]
    )
    assert [(item.area, item.address) for item in EvaluationItems(evaluation).examples] == [
        (4, f"e-4-{digest('Mark: påhittad modell')}"),
        (4, f"e-4-{digest('Lomma: påhittad modell')}"),
        (None, f"e-0-{digest('Odense: påhittad modell')}"),
    ]


@given(TEXT, TEXTS, TEXTS)
def test_an_address_survives_the_adding_of_others(text: str, before: list[str], after: list[str]) -> None:
    others_before = [other for other in before if digest_of(other) != digest_of(text)]
    assert strengths(text)[0] == strengths(*others_before, text, *after)[len(others_before)]


def test_the_same_text_again_in_an_area_is_numbered() -> None:
    first, second, third = strengths("Lika.", "Lika.", "Lika.")
    assert (second, third) == (f"{first}-2", f"{first}-3")


def test_the_same_text_in_another_area_or_of_another_kind_is_not_numbered() -> None:
    evaluation = made_evaluation(
        areas={4: {"strengths": ["Lika."], "improvements": ["Lika."]}, 5: {"strengths": ["Lika."]}}
    )
    items = EvaluationItems(evaluation)
    assert [item.address for item in items.strengths] == [f"s-4-{digest('Lika.')}", f"s-5-{digest('Lika.')}"]
    assert [item.address for item in items.improvements] == [f"i-4-{digest('Lika.')}"]


@pytest.mark.parametrize("spaced", ["Öppna  möten.", " Öppna möten. ", "Öppna\nmöten.", "Öppna\u00a0möten."])
def test_white_space_does_not_count(spaced: str) -> None:
    assert digest_of(spaced) == digest_of("Öppna möten.")


@given(TEXT)
def test_the_way_accents_are_composed_does_not_count(text: str) -> None:
    assert digest_of(unicodedata.normalize("NFD", text)) == digest_of(unicodedata.normalize("NFC", text))


@pytest.mark.parametrize("edited", ["Öppna möten", "öppna möten.", "Oppna möten.", "Öppna möten. Ofta."])
def test_an_edited_text_gets_a_new_address(edited: str) -> None:
    assert strengths(edited) != strengths("Öppna möten.")


def test_where_a_finding_belongs_does_not_change_its_address() -> None:
    plain = made_evaluation(areas={4: {"strengths": ["Påhittad."]}})
    placed = made_evaluation(areas={4: {"strengths": [{"text": "Påhittad.", "question": "4.6", "page": 12}]}})
    assert EvaluationItems(plain).strengths[0].address == EvaluationItems(placed).strengths[0].address


def test_every_address_of_the_real_archive_is_well_formed_and_once_on_its_page() -> None:
    archive = real_archive()
    for evaluation in archive:
        items = archive.items_of(evaluation)
        findings = [item.address for item in (*items.strengths, *items.improvements)]
        addresses = [*findings, *(item.address for item in items.examples)]
        assert len(addresses) == len(set(addresses)), evaluation.title
        assert all(ADDRESS.fullmatch(address) for address in addresses)
        assert len(addresses) == len(evaluation.examples) + sum(
            len(area.strengths) + len(area.improvements) for area in evaluation.areas.values()
        )


def test_items_are_found_by_their_area_and_by_their_kind() -> None:
    examples = [
        {"municipality": "Mark", "area": 4, "topic": "påhittat"},
        {"municipality": "Lomma", "topic": "påhittat"},
    ]
    areas = {
        4: {"strengths": ["Ett."], "improvements": ["Två."]},
        5: {"strengths": ["Tre."], "improvements": ["Fyra."]},
    }
    items = EvaluationItems(made_evaluation(areas=areas, examples=examples))
    assert items.on(4) == Items(items.strengths[:1], items.improvements[:1], items.examples[:1])
    assert items.on(None) == Items((), (), items.examples[1:])
    assert items.on(6) == Items((), (), ())
    assert [(item.kind, item.area) for item in (*items.strengths, *items.improvements)] == [
        (kind, area) for kind in (Kind.STRENGTH, Kind.IMPROVEMENT) for area in (4, 5)
    ]


def test_an_item_is_found_by_its_kind_and_position() -> None:
    examples = [{"municipality": "Mark", "area": area, "topic": "påhittat"} for area in (4, 5, 4)]
    areas = {
        4: {"strengths": ["Ett.", "Två."], "improvements": ["Tre."]},
        5: {"strengths": ["Fyra."], "improvements": ["Fem.", "Sex."]},
    }
    evaluation = made_evaluation(areas=areas, examples=examples)
    items = EvaluationItems(evaluation)
    found = {Kind.STRENGTH: items.strengths, Kind.IMPROVEMENT: items.improvements, Kind.EXAMPLE: items.examples}
    for kind in Kind:
        for position in (2, 0, 1):
            item = EvaluationItems(evaluation).at(kind, position)
            assert (item, item.position) == (found[kind][position], position)
        with pytest.raises(IndexError):
            items.at(kind, 3)
