"""Good examples by place: those outside the country's municipalities, and the index of the others."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.views.backlinks import Backlink
from kompass_sphinx.views.municipality import municipality_view
from kompass_sphinx.views.places import MOST_OF_A_PLACE, MOST_PLACES, named_municipalities, places
from kompass_sphinx.views.rich import Link, plain
from kompass_sphinx.views.targets import Target
from kompass_sphinx.views.unevaluated import unevaluated_view
from tests.archives import archive_of, context_of, made_evaluation, real_archive

EXAMPLES = st.one_of(
    st.builds(
        lambda name, topic: {"municipality": name, "topic": topic},
        st.sampled_from(("Ale", "Mark", "Örnsköldsvik")),
        st.sampled_from(("ett", "två")),
    ),
    st.builds(
        lambda name, kind, topic: {"place": name, "kind": kind, "area": 4, "topic": topic},
        st.sampled_from(("Larvik", "Åbo")),
        st.sampled_from(("foreign", "company", "network", "district")),
        st.sampled_from(("ett", "två")),
    ),
)


def test_a_place_is_told_once_with_what_it_is_and_all_that_it_was_named_for() -> None:
    def larvik(topic: str, area: int) -> dict[str, object]:
        return {"place": "Larvik", "kind": "foreign", "country": "Norge", "area": area, "topic": topic, "page": 19}

    archive = archive_of(
        made_evaluation("Mark", 2018, examples=[larvik("kvalitet", 7), larvik("möten", 4)]),
        made_evaluation("Ale", 2016, examples=[{"place": "Åsele bruk", "kind": "company", "topic": "påhittat"}]),
        made_evaluation("Vara", 2017, examples=[{"place": "Bromma", "kind": "district", "topic": "påhittat"}]),
    )
    view = places(context_of(archive))
    assert [(entry.name, entry.what) for entry in view.entries] == [
        ("Bromma", "stadsdel"),
        ("Larvik", "i Norge"),
        ("Åsele bruk", "företag"),
    ]
    assert [[entry.topic, *map(plain, entry.sources)] for entry in view.entries[1].named] == [
        ["Kvalitet", "Utveckling", "utpekad i Mark 2018 (utgåva 2016, s. 19)"],
        ["Möten", "Ledarskap", "utpekad i Mark 2018 (utgåva 2016, s. 19)"],
    ]
    assert view.more == ""


def test_every_place_is_listed_with_its_latest_namings_and_the_rest_is_counted() -> None:
    examples = [{"place": f"Ort {number % 50}", "kind": "foreign", "topic": "x"} for number in range(400)]
    view = places(context_of(archive_of(made_evaluation(examples=examples))))
    assert {entry.name for entry in view.entries} == {f"Ort {number}" for number in range(50)}
    assert {len(entry.named) for entry in view.entries} == {MOST_OF_A_PLACE}
    assert {entry.more for entry in view.entries} == {"Ytterligare 3 finns på utvärderingarnas egna sidor."}


def test_very_many_places_are_counted() -> None:
    examples = [{"place": f"Ort {number}", "kind": "foreign", "topic": "x"} for number in range(MOST_PLACES + 7)]
    view = places(context_of(archive_of(made_evaluation(examples=examples))))
    assert len(view.entries) == MOST_PLACES
    assert view.more == "Ytterligare 7 finns på utvärderingarnas egna sidor."


def test_named_municipalities_are_an_index_in_swedish_order_with_how_often_others_named_them() -> None:
    examples = [{"municipality": name, "topic": "påhittat"} for name in ("Örebro", "Åre", "Åre", "Mark")]
    archive = archive_of(made_evaluation("Mark", examples=examples))
    view = named_municipalities(context_of(archive, "en"))
    assert [(entry.name, entry.times) for entry in view] == [
        ("Mark", "in its own report"),
        ("Åre", "2 times"),
        ("Örebro", "1 time"),
    ]
    assert view[1].target == Target("evaluations/are/index", "utpekad")


def test_nobody_named_is_an_empty_list() -> None:
    context = context_of(archive_of())
    assert (places(context).entries, places(context).more, named_municipalities(context)) == ((), "", ())


def very_places(entries: tuple[Backlink, ...]) -> list[Target]:
    """The items that backlinks lead to."""
    return [link.target for entry in entries for link in entry.sources[-1] if isinstance(link, Link)]


def told_of(archive: Archive) -> Counter[tuple[str, Target]]:
    """Every item that a municipality's page or the list of places leads to, by where it is told."""
    context = context_of(archive)
    told: Counter[tuple[str, Target]] = Counter()
    for one in archive.with_page:
        if one.slug in archive.of_municipality:
            view = municipality_view(context, one.slug)
            entries = view.backlinks.entries
            own = (part.target for sentence in view.own for part in sentence if isinstance(part, Link))
            told.update((one.name, target) for target in own)
        else:
            entries = unevaluated_view(context, one.slug).backlinks.entries
        told.update((one.name, target) for target in very_places(entries))
    for place in places(context).entries:
        told.update((place.name, target) for target in very_places(place.named))
    return told


def assert_told_in_one_place(archive: Archive) -> None:
    assert told_of(archive) == Counter(
        (one.item.example.name, context_of(archive).evaluation_link(one.by, one.item.address).target)
        for one in archive.named
    )


@given(st.lists(st.tuples(st.sampled_from(("Ale", "Vara")), st.lists(EXAMPLES, max_size=5)), max_size=2))
def test_every_example_is_told_on_its_municipalitys_page_or_among_the_places_and_nowhere_else(
    evaluated: list[tuple[str, list[dict[str, object]]]],
) -> None:
    assert_told_in_one_place(archive_of(*(made_evaluation(name, examples=examples) for name, examples in evaluated)))


def test_every_example_of_the_real_archive_is_told_in_one_place() -> None:
    assert len(real_archive().named) > 30
    assert_told_in_one_place(real_archive())


@pytest.mark.parametrize(
    ("name", "what"), [("Larvik", "i Norge"), ("Skarpnäck", "stadsdel i Stockholm"), ("Coca-Cola", "företag")]
)
def test_places_of_the_real_archive(name: str, what: str) -> None:
    assert (name, what) in [(entry.name, entry.what) for entry in places(context_of(real_archive())).entries]
