"""Where an evaluation is weakest, and who is worth looking at for exactly that (docs/method.md)."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from kompass_sphinx.archive.archive import Archive
from kompass_sphinx.archive.contributions import Named
from kompass_sphinx.archive.doing_well import DoingWell, alike_places
from kompass_sphinx.archive.peers import Peer, Peers
from kompass_sphinx.archive.pointers import NamedFor, OnArea, StrengthOn, named_peers
from kompass_sphinx.model.edition import Area, Question
from kompass_sphinx.model.evaluation import Evaluation
from kompass_sphinx.model.municipality import Municipality

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_WEAK = 3
MOST_NAMES = 3


@dataclass(frozen=True, slots=True)
class WeakQuestion:
    """A weak sub-question of an evaluation. ``median`` is its edition's, None with fewer than five figures (``n``)."""

    question: Question
    percent: float
    median: float | None
    n: int


@dataclass(frozen=True, slots=True)
class WeakArea:
    """A weak area of an evaluation; ``median`` and ``n`` as of a sub-question."""

    area: Area
    points: float
    median: float | None
    n: int


@dataclass(frozen=True, slots=True)
class WhoDoesWell:
    """Who does well on a sub-question: at most three like the reader; with fewer, who does well without being like.

    ``unlike`` is how many they are. ``highest`` is the highest of all, None when it is one of the like ones.
    """

    like: tuple[Peer[DoingWell], ...]
    unlike: int
    highest: DoingWell | None


@dataclass(frozen=True, slots=True)
class WhoIsPointedTo:
    """Whom to look at where too few have figures on the sub-question, or for an area; at most three of each kind.

    ``named`` are named by other municipalities' reports, ``own`` by the municipality's own alone.
    """

    named: tuple[Peer[NamedFor], ...]
    own: tuple[Peer[NamedFor], ...]
    strengths: tuple[Peer[StrengthOn], ...]
    higher: tuple[Peer[OnArea], ...]


def weakest_of_area(archive: Archive, evaluation: Evaluation, area: int) -> tuple[WeakQuestion, ...]:
    """The sub-questions of an area below the median, farthest below first, at most three.

    Where none is: the lowest of those that too few evaluations have for a median, the first by number among equal ones.
    """
    results = evaluation.areas[area].questions if area in evaluation.areas else {}
    figures = archive.figures[evaluation.edition].questions
    found = [
        WeakQuestion(question, figure.percent, figures[number].median, figures[number].n)
        for number, question in archive.edition(evaluation).areas[area].questions.items()
        if (figure := results.get(number)) is not None and figure.percent is not None
    ]
    below = [one for one in found if one.median is not None and one.percent < one.median]
    if below:
        return tuple(sorted(below, key=_weakest_first)[:MOST_WEAK])
    # A full result leaves nothing to learn.
    without_median = [one for one in found if one.median is None and one.percent < 100]
    return tuple(sorted(without_median, key=_weakest_first)[:1])


def weakest_of_all(archive: Archive, evaluation: Evaluation) -> tuple[WeakQuestion, ...]:
    """The weakest of the areas' weakest sub-questions, those with a median first, at most three."""
    found = [weak for area in evaluation.areas for weak in weakest_of_area(archive, evaluation, area)]
    return tuple(sorted(found, key=_weakest_first)[:MOST_WEAK])


def weakest_areas(archive: Archive, evaluation: Evaluation) -> tuple[WeakArea, ...]:
    """The areas farthest below the edition's median, at most three; where no area has a median, the lowest ones."""
    figures = archive.figures[evaluation.edition].areas
    areas = archive.edition(evaluation).areas
    found = [
        WeakArea(areas[number], points, figures[number].median, figures[number].n)
        for number, points in evaluation.area_points.items()
    ]
    if any(one.median is not None for one in found):
        found = [one for one in found if one.median is not None and one.points < one.median]
    return tuple(sorted(found, key=lambda one: (one.points - (one.median or 0), one.area.number))[:MOST_WEAK])


def _weakest_first(weak: WeakQuestion) -> tuple[bool, float, tuple[int, ...]]:
    number = tuple(int(part) for part in weak.question.number.split("."))
    return weak.median is None, weak.percent - (weak.median or 0), number


def who_does_well(archive: Archive, evaluation: Evaluation, weak: WeakQuestion) -> WhoDoesWell:
    """Who does well on a sub-question that has a median: like ones only, group before county, then the highest.

    Nobody whose result is no higher than the evaluation's own, in a neighbouring edition either.
    """
    reader = archive.municipality(evaluation)
    peers = archive.doing_well[evaluation.edition, weak.question.number]
    like = tuple(islice(peers.like(reader, is_too_low=lambda one: one.percent <= weak.percent), MOST_NAMES))
    if len(like) == MOST_NAMES:
        return WhoDoesWell(like, 0, None)
    own = peers.by_name.get(reader.name)
    unlike = peers.count_above(weak.percent) - len(like) - (own is not None and own.percent > weak.percent)
    highest = peers.highest(reader) if unlike else None
    is_listed = any(peer.candidate == highest for peer in like)
    return WhoDoesWell(like, unlike, None if is_listed else highest)


def who_is_pointed_to(archive: Archive, evaluation: Evaluation, weak: WeakQuestion) -> WhoIsPointedTo:
    """Whom evaluators named for a sub-question, who has a strength on it, who is higher on its area; like ones first.

    Nobody whose figure, on the sub-question or the area, is known to be no higher than the evaluation's own.
    """
    reader = archive.municipality(evaluation)
    place = (evaluation.edition, weak.question.number)
    strengths = (
        peer
        for peer in archive.strengths_on[place].like_first(reader)
        if peer.candidate.finding.percent is None or peer.candidate.finding.percent > weak.percent
    )
    places = alike_places(archive, place)
    own = (one for one in archive.named_in[reader.slug] if (one.by.edition, one.item.example.question) in places)
    named = _named_elsewhere(archive.named_for[place], reader)
    return WhoIsPointedTo(
        named,
        _only_there(archive, reader, own, named),
        tuple(islice(strengths, MOST_NAMES)),
        who_is_higher(archive, evaluation, weak.question.area),
    )


def who_is_pointed_to_on_area(archive: Archive, evaluation: Evaluation, area: int) -> WhoIsPointedTo:
    """Whom evaluators named on an area in the same edition, and who is higher on it; like ones first."""
    reader = archive.municipality(evaluation)
    place = (evaluation.edition, area)
    own = (one for one in archive.named_in[reader.slug] if (one.by.edition, one.item.area) == place)
    named = _named_elsewhere(archive.named_on_area[place], reader)
    own_peers = _only_there(archive, reader, own, named)
    return WhoIsPointedTo(named, own_peers, (), who_is_higher(archive, evaluation, area))


def _named_elsewhere(peers: Peers[NamedFor], reader: Municipality) -> tuple[Peer[NamedFor], ...]:
    """Those whom other municipalities' reports name."""
    others = peers.like_first(reader, is_left_out=lambda one: one.named.by.municipality == reader.name)
    return tuple(islice(others, MOST_NAMES))


def _only_there(
    archive: Archive, reader: Municipality, own: Iterable[Named], elsewhere: tuple[Peer[NamedFor], ...]
) -> tuple[Peer[NamedFor], ...]:
    """Those of the reader's own reports who do not stand there already."""
    known = {peer.candidate.name for peer in elsewhere}
    peers = named_peers(archive, own).like_first(reader, is_left_out=lambda one: one.name in known)
    return tuple(islice(peers, MOST_NAMES))


def who_is_higher(archive: Archive, evaluation: Evaluation, area: int) -> tuple[Peer[OnArea], ...]:
    """Evaluations of the same edition with more points on an area, none below its median; like first, at most three."""
    points = evaluation.area_points.get(area)
    if points is None:
        return ()
    peers = archive.on_area[evaluation.edition, area]
    higher = peers.like_first(archive.municipality(evaluation), is_too_low=lambda one: one.points <= points)
    return tuple(islice(higher, MOST_NAMES))
