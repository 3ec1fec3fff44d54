"""Whom to look at where nobody is known to do well: in what order, and from whose reports."""

from __future__ import annotations

from typing import Any

from kompass_sphinx.archive.learning import weakest_of_area, who_is_pointed_to, who_is_pointed_to_on_area
from tests.archive.neighbours import UNLIKE, with_percents
from tests.archives import archive_of, made_evaluation


def example(municipality: str, area: int = 4, question: str | None = None) -> dict[str, Any]:
    found = {"municipality": municipality, "area": area, "topic": "påhittat"}
    return found | ({} if question is None else {"question": question})


def names(peers: Any) -> list[str]:
    return [peer.candidate.name for peer in peers]


def test_on_an_area_those_whom_only_the_own_reports_name_stand_apart() -> None:
    own = [example("Ystad"), example("Lomma"), example("Nacka", 5), example("Tingsryd")]
    reader = made_evaluation("Tingsryd", areas={4: 10, 5: 25}, examples=own)
    before = made_evaluation("Tingsryd", 2012, 2010, examples=[example("Lund")])
    other = made_evaluation("Ale", 2018, areas={4: 20, 5: 30}, examples=[example("Lomma"), example("Vara", 5)])
    found = who_is_pointed_to_on_area(archive_of(reader, before, other), reader, 4)
    assert (names(found.named), names(found.own), found.strengths) == (["Lomma"], ["Ystad"], ())
    assert [(peer.candidate.name, peer.candidate.points) for peer in found.higher] == [("Ale", 20)]


def test_on_a_sub_question_it_is_the_same_and_its_like_of_another_edition_counts() -> None:
    own = [example("Ystad", question="4.3"), example("Lomma", question="4.3"), example("Nacka", question="4.2")]
    reader = made_evaluation(areas={4: {"questions": {"4.3": {"percent": 7}}}}, examples=own)
    before = made_evaluation("Tingsryd", 2012, 2010, examples=[example("Lund", question="4.3")])
    other = made_evaluation("Ale", 2018, examples=[example("Lomma", question="4.3"), example("Vara")])
    archive = archive_of(reader, before, other)
    found = who_is_pointed_to(archive, reader, weakest_of_area(archive, reader, 4)[0])
    assert (names(found.named), names(found.own)) == (["Lomma"], ["Ystad", "Lund"])


def test_of_each_kind_there_are_at_most_three() -> None:
    own = [example(name, question="4.3") for name in ("Ale", "Lomma", "Vara", "Ystad")]
    reader = made_evaluation(areas={4: {"points": 1, "questions": {"4.3": {"percent": 7}}}}, examples=own)
    area = {"points": 50, "strengths": [{"text": "Påhittad.", "question": "4.3"}]}
    named = [example(name, question="4.3") for name in ("Lund", "Nacka", "Malmö", "Mark")]
    archive = archive_of(reader, *(made_evaluation(name, areas={4: area}, examples=named) for name in UNLIKE))
    for found in (
        who_is_pointed_to(archive, reader, weakest_of_area(archive, reader, 4)[0]),
        who_is_pointed_to_on_area(archive, reader, 4),
    ):
        assert (names(found.named), names(found.own)) == (["Lund", "Malmö", "Mark"], ["Ale", "Lomma", "Vara"])
        assert len(found.higher) == 3
        assert len(found.strengths) in (0, 3)


def test_those_named_are_like_the_reader_first_then_latest_then_by_name() -> None:
    reader = made_evaluation(areas={4: 10})
    archive = archive_of(
        reader,
        made_evaluation("Ale", 2014, 2016, examples=[example("Berg"), example("Örebro"), example("Växjö")]),
        made_evaluation("Lomma", 2018, examples=[example("Umeå"), example("Borås")]),
    )
    assert [one.name for one in archive.named_on_area[2016, 4].candidates] == [
        "Borås",
        "Umeå",
        "Berg",
        "Växjö",
        "Örebro",
    ]
    assert names(who_is_pointed_to_on_area(archive, reader, 4).named) == ["Berg", "Växjö", "Borås"]


def test_a_strength_with_a_result_of_nought_stands_after_one_with_half_a_percent() -> None:
    def noting(name: str, percent: float) -> Any:
        strengths = [{"text": "Påhittad.", "question": "4.3"}]
        return made_evaluation(name, areas={4: {"strengths": strengths, "questions": {"4.3": {"percent": percent}}}})

    archive = archive_of(noting("Ale", 0), noting("Mark", 0.5), with_percents("Vara", q4_3=3))
    assert [one.name for one in archive.strengths_on[2016, "4.3"].candidates] == ["Mark", "Ale"]
