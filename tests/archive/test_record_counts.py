"""How many records there are of each kind, theme, edition, place and year."""

from __future__ import annotations

from collections import Counter

from kompass_sphinx.archive.record_counts import IMPROVEMENT, NAMED, STRENGTH, TOP_RESULT, record_counts
from tests.archive.neighbours import SAME_COUNTY, SAME_GROUP
from tests.archives import archive_of, made_evaluation, registry

EIGHT = (*SAME_GROUP, *SAME_COUNTY)
SHARES = (0, 0, 0, 0, 0.5, 0.5, 1, 1)


def test_a_record_counts_by_all_that_it_can_be_chosen_by() -> None:
    area = {"strengths": ["Ett.", "Två."], "improvements": ["Tre.", "Fyra.", "Fem."]}
    examples = [
        {"municipality": "Ale", "area": 4, "topic": "påhittat"},
        {"municipality": "Lomma", "question": "4.3", "topic": "påhittat"},
        {"place": "Odense", "kind": "foreign", "topic": "påhittat"},
    ]
    counts = record_counts(
        archive_of(
            made_evaluation("Mark", 2019, areas={4: area, 5: {"strengths": ["Sex."]}}, examples=examples),
            made_evaluation("Ale", 2012, 2010, areas={4: {"improvements": ["Sju."]}}),
        )
    )
    assert counts.kinds == {STRENGTH: 3, IMPROVEMENT: 4, NAMED: 3}
    assert counts.themes == {"ledarskap": 8, "effektivitet": 1}
    assert (counts.editions, counts.years) == ({2016: 9, 2010: 1}, {2019: 9, 2012: 1})
    # Those named count by where they are themselves.
    places = [registry().by_name[name] for name in ("Mark",) * 6 + ("Ale",) * 2 + ("Lomma",)]
    assert counts.groups == Counter(place.group_code for place in places)
    assert counts.counties == Counter(place.county_code for place in places)


def test_top_results_are_those_in_the_highest_quarter_of_their_edition() -> None:
    def area(at: int) -> dict[int, object]:
        questions = {"4.2": {"percent": SHARES[at]}, "4.3": {"points": at}, "5.1": {"percent": at}}
        return {4: {"points": at, "questions": questions}}

    few = made_evaluation("Mark", areas={4: {"questions": {"4.2": {"points": 9}}}})
    counts = record_counts(archive_of(few, *(made_evaluation(name, areas=area(at)) for at, name in enumerate(EIGHT))))
    highest = [registry().by_name[name] for name in EIGHT[-2:]]
    assert counts.kinds == {TOP_RESULT: 6}
    assert counts.themes == {"ledarskap": 4, "effektivitet": 2}
    assert counts.groups == Counter(place.group_code for place in highest * 3)
    assert counts.years == {2019: 6}
