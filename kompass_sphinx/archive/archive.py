"""All evaluations together: by municipality, by edition, who named whom, and what else is known to exist."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial
from typing import Concatenate, ParamSpec, TypeVar

from kompass_sphinx.archive.by_question import Place, QuestionEvidence, evidence_on_area
from kompass_sphinx.archive.contributions import FiguresOf, Named, PublishedBenchmark
from kompass_sphinx.archive.doing_well import DoingWell, DoingWellPeers, doing_well_in_edition, doing_well_on
from kompass_sphinx.archive.edition_figures import EditionFigures, figures_of
from kompass_sphinx.archive.items import EvaluationItems
from kompass_sphinx.archive.named import by_municipality, outside_registry
from kompass_sphinx.archive.peers import Peers
from kompass_sphinx.archive.pointers import (
    AreaPlace,
    NamedFor,
    OnArea,
    StrengthOn,
    named_for,
    named_on_area,
    on_area,
    strengths_on,
)
from kompass_sphinx.archive.published import benchmarks_by_edition, medians_by_edition, nearest_benchmarks
from kompass_sphinx.archive.register import RegisterEntry, entries_without_report, register_of
from kompass_sphinx.archive.similar_profile import Profiles
from kompass_sphinx.archive.theme_counts import ThemeCounts, counts_by_theme
from kompass_sphinx.archive.when_asked import MadeWhenAsked
from kompass_sphinx.model.edition import Catalogue, Edition, area_of_question
from kompass_sphinx.model.evaluation import Evaluation, EvaluationReference
from kompass_sphinx.model.municipality import Municipality, Registry
from kompass_sphinx.model.order import swedish_key
from kompass_sphinx.reading.register import KnownEvaluation

P = ParamSpec("P")
Found = TypeVar("Found")

Key = tuple[str, int]
"""A municipality's slug and a year: what an evaluation is found by."""


@dataclass(frozen=True)
class Archive:
    """What the archive holds. ``evaluations`` are in the order of municipality and year."""

    evaluations: Mapping[Key, Evaluation]
    known: tuple[KnownEvaluation, ...]
    registry: Registry
    catalogue: Catalogue

    def __iter__(self) -> Iterator[Evaluation]:
        return iter(self.evaluations.values())

    def __len__(self) -> int:
        return len(self.evaluations)

    def municipality(self, evaluation: Evaluation | EvaluationReference) -> Municipality:
        """The municipality that was evaluated."""
        return self.registry.by_name[evaluation.municipality]

    def edition(self, evaluation: Evaluation | EvaluationReference) -> Edition:
        """The edition that was used."""
        return self.catalogue.editions[evaluation.edition]

    def ask(self, function: Callable[Concatenate[Archive, P], Found], *arguments: P.args, **named: P.kwargs) -> Found:
        """What a function of this room says of the archive; to be asked so that it can be recorded."""
        return function(self, *arguments, **named)

    @property
    def whole(self) -> Archive:
        """The archive itself, for what is about all of it and cannot be said in a short answer."""
        return self

    @property
    def but_texts(self) -> Archive:
        """The archive itself, for what is about all of it but the evaluators' words (``reading.frames``)."""
        return self

    @property
    def outlines(self) -> Archive:
        """The archive itself, for what is about all of it but words and figures (``Frame.outline``)."""
        return self

    def key(self, evaluation: Evaluation | EvaluationReference) -> Key:
        """What an evaluation is found by."""
        return self.municipality(evaluation).slug, evaluation.year

    def with_evaluations(self, evaluations: Mapping[Key, Evaluation], known: tuple[KnownEvaluation, ...]) -> Archive:
        """The archive after an edit; the items of evaluations that are the same objects are not made again."""
        after = replace(self, evaluations=evaluations, known=known)
        vars(after)["_items"] = {
            key: items for key, items in self._items.items() if evaluations.get(key) is self.evaluations[key]
        }
        return after

    def answer_all(self) -> None:
        """Answer what is asked of all evaluations: work that is shared among processes is done once, before."""
        for name, answer in vars(Archive).items():
            if isinstance(answer, cached_property):
                made = getattr(self, name)
                if isinstance(made, MadeWhenAsked):
                    made.make_all()

    @cached_property
    def of_municipality(self) -> dict[str, tuple[Evaluation, ...]]:
        """Evaluations by municipality slug, earliest first, in the order of the municipalities' names."""
        found: dict[str, list[Evaluation]] = defaultdict(list)
        for evaluation in sorted(self, key=lambda one: (swedish_key(one.municipality), one.year)):
            found[self.municipality(evaluation).slug].append(evaluation)
        return {slug: tuple(evaluations) for slug, evaluations in found.items()}

    @cached_property
    def figures_of_municipality(self) -> dict[str, tuple[FiguresOf, ...]]:
        """The figures of evaluations by municipality slug, earliest first."""
        return {slug: tuple(map(FiguresOf.of, evaluations)) for slug, evaluations in self.of_municipality.items()}

    def figures_of(self, name: str) -> tuple[FiguresOf, ...]:
        """The figures of a municipality's evaluations, by its name in the registry; earliest first."""
        return self.figures_of_municipality.get(self.registry.by_name[name].slug, ())

    @cached_property
    def of_edition(self) -> dict[int, tuple[Evaluation, ...]]:
        """Evaluations by edition, in the order of municipality and year; every edition has its entry."""
        return {
            edition.id: tuple(evaluation for evaluation in self if evaluation.edition == edition.id)
            for edition in self.catalogue
        }

    @cached_property
    def latest_first(self) -> tuple[Evaluation, ...]:
        """All evaluations, latest year first, then by municipality."""
        return tuple(sorted(self, key=lambda one: (-one.year, swedish_key(one.municipality))))

    @cached_property
    def latest_of_edition(self) -> dict[int, tuple[Evaluation, ...]]:
        """The same by edition; every edition has its entry."""
        return {
            edition: tuple(one for one in self.latest_first if one.edition == edition)
            for edition in self.catalogue.editions
        }

    @cached_property
    def last_year(self) -> int:
        """The year of the latest evaluation; 0 where there is none."""
        return max((year for _, year in self.evaluations), default=0)

    @cached_property
    def figures(self) -> Mapping[int, EditionFigures]:
        """The distributions of each edition's figures."""
        editions = self.catalogue.editions
        return MadeWhenAsked(editions, lambda edition: figures_of(editions[edition], self.of_edition[edition]))

    def items_of(self, evaluation: Evaluation) -> EvaluationItems:
        """Strengths, improvements and examples of an evaluation, with their addresses; made when first asked for."""
        key = self.key(evaluation)
        if key not in self._items:
            self._items[key] = EvaluationItems(evaluation)
        return self._items[key]

    @cached_property
    def _items(self) -> dict[Key, EvaluationItems]:
        return {}

    @cached_property
    def named(self) -> tuple[Named, ...]:
        """Everybody whom evaluators pointed to, latest first."""
        return tuple(
            Named(item, evaluation.reference)
            for evaluation in self.latest_first
            for item in self.items_of(evaluation).examples
        )

    @cached_property
    def named_by_municipality(self) -> dict[str, tuple[Named, ...]]:
        """Who pointed to a municipality, by its name in the registry, latest first."""
        return by_municipality(self.named)

    @cached_property
    def named_in(self) -> dict[str, tuple[Named, ...]]:
        """Whom a municipality's own evaluations point to, by its slug, the earliest evaluation first."""
        return {
            slug: tuple(Named(item, one.reference) for one in evaluations for item in self.items_of(one).examples)
            for slug, evaluations in self.of_municipality.items()
        }

    @cached_property
    def named_outside(self) -> tuple[Named, ...]:
        """Whom evaluators pointed to outside the registry: by the place's name and by what it is, latest first."""
        return outside_registry(self.named)

    @cached_property
    def register(self) -> tuple[RegisterEntry, ...]:
        """Known and archived evaluations, each once, in the order of municipality and year."""
        return register_of(self)

    @cached_property
    def without_report(self) -> dict[str, tuple[RegisterEntry, ...]]:
        """Evaluations known but not archived, by the municipality's name in the registry, earliest first."""
        return entries_without_report(self.register)

    @cached_property
    def with_page(self) -> tuple[Municipality, ...]:
        """The municipalities that are evaluated, pointed to or in the register, in the order of their names."""
        names = {entry.municipality for entry in self.register} | self.named_by_municipality.keys()
        return tuple(municipality for municipality in self.registry if municipality.name in names)

    @cached_property
    def _places(self) -> tuple[Place, ...]:
        return tuple((question.edition, question.number) for question in self.catalogue.questions)

    @cached_property
    def _area_places(self) -> tuple[AreaPlace, ...]:
        return tuple((edition.id, number) for edition in self.catalogue for number in edition.areas)

    @cached_property
    def questions(self) -> Mapping[Place, QuestionEvidence]:
        """What is known of each sub-question, by edition and number."""
        on_area = MadeWhenAsked(self._area_places, lambda place: evidence_on_area(self, *place))
        return MadeWhenAsked(self._places, lambda place: on_area[place[0], area_of_question(place[1])][place[1]])

    @cached_property
    def theme_counts(self) -> dict[str, ThemeCounts]:
        """How much there is on each theme."""
        return counts_by_theme(self)

    @cached_property
    def with_improvements(self) -> dict[tuple[int, int], int]:
        """How many evaluations have improvements in an area, by edition and area; those without any are left out."""
        return Counter(
            (evaluation.edition, number)
            for evaluation in self
            for number, area in evaluation.areas.items()
            if area.improvements
        )

    @cached_property
    def doing_well_in_edition(self) -> Mapping[Place, tuple[DoingWell, ...]]:
        """The evaluations that do well on each sub-question, of its own edition alone."""
        return MadeWhenAsked(self._places, partial(doing_well_in_edition, self))

    @cached_property
    def doing_well(self) -> Mapping[Place, DoingWellPeers]:
        """Who does well on each sub-question or its like in the editions beside it."""
        return MadeWhenAsked(self._places, partial(doing_well_on, self))

    @cached_property
    def named_for(self) -> Mapping[Place, Peers[NamedFor]]:
        """Whom evaluators named for each sub-question or its like."""
        return MadeWhenAsked(self._places, partial(named_for, self))

    @cached_property
    def named_on_area(self) -> Mapping[AreaPlace, Peers[NamedFor]]:
        """Whom evaluators named on each area of each edition."""
        return MadeWhenAsked(self._area_places, partial(named_on_area, self))

    @cached_property
    def strengths_on(self) -> Mapping[Place, Peers[StrengthOn]]:
        """The strengths noted on each sub-question or its like, none with a result below its edition's median."""
        return MadeWhenAsked(self._places, partial(strengths_on, self))

    @cached_property
    def on_area(self) -> Mapping[AreaPlace, Peers[OnArea]]:
        """The evaluations with points on each area of each edition, none below its median."""
        return MadeWhenAsked(self._area_places, partial(on_area, self))

    @cached_property
    def profiles(self) -> dict[int, Profiles]:
        """The evaluations with points on all eight areas, by edition."""
        return {edition: Profiles.of(evaluations) for edition, evaluations in self.of_edition.items()}

    @cached_property
    def benchmarks(self) -> dict[int, tuple[PublishedBenchmark, ...]]:
        """Published comparison figures by the edition they are about, earliest first."""
        return benchmarks_by_edition(self)

    @cached_property
    def nearest_benchmark(self) -> dict[tuple[int, int], PublishedBenchmark]:
        """The published total nearest in time for each edition and year in the archive, those with areas first."""
        return nearest_benchmarks(self)

    @cached_property
    def with_total(self) -> dict[tuple[int, bool], tuple[FiguresOf, ...]]:
        """The figures of first-time (True) and repeated evaluations with a total, by edition."""
        return {
            (edition, first): tuple(
                FiguresOf.of(one) for one in evaluations if one.total is not None and one.first is first
            )
            for edition, evaluations in self.of_edition.items()
            for first in (True, False)
        }

    @cached_property
    def published_medians(self) -> dict[int, tuple[PublishedBenchmark, ...]]:
        """Published medians by edition, latest first; not those of first evaluations alone, and no means."""
        return medians_by_edition(self)

    @cached_property
    def of_group(self) -> dict[str, tuple[Municipality, ...]]:
        """The municipalities with an evaluation by the code of their group, in the order of their names."""
        return self._evaluated_by(lambda municipality: municipality.group_code)

    @cached_property
    def of_county(self) -> dict[str, tuple[Municipality, ...]]:
        """The municipalities with an evaluation by the code of their county, in the order of their names."""
        return self._evaluated_by(lambda municipality: municipality.county_code)

    def _evaluated_by(self, code_of: Callable[[Municipality], str]) -> dict[str, tuple[Municipality, ...]]:
        found: dict[str, list[Municipality]] = defaultdict(list)
        for slug in self.of_municipality:
            municipality = self.registry.by_slug[slug]
            found[code_of(municipality)].append(municipality)
        return {code: tuple(municipalities) for code, municipalities in found.items()}
