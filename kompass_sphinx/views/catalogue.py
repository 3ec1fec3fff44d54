"""The views that can be put into prose with ``kompass:view``, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType

from kompass_sphinx.frozen import dataclass
from kompass_sphinx.views import area, area_figures, area_findings, area_questions, finder, home, places, reference
from kompass_sphinx.views.compare import compare_view
from kompass_sphinx.views.context import Context
from kompass_sphinx.views.data_files import data_files
from kompass_sphinx.views.keys import PARTS, keys
from kompass_sphinx.views.register import register_view
from kompass_sphinx.views.targets import SEARCH, Target


@dataclass(frozen=True, slots=True)
class Fragment:
    """A view and the template that shows it; ``view`` takes the theme, empty where none is needed."""

    template: str
    needs_theme: bool
    view: Callable[[Context, str], object]


def _whole(template: str, view: Callable[[Context], object]) -> Fragment:
    return Fragment(template, False, lambda context, _: view(context))


FRAGMENTS: Mapping[str, Fragment] = MappingProxyType(
    {
        "search": _whole("search_field.html", lambda _: Target(SEARCH)),
        "compass": _whole("home_compass.html", home.areas),
        "areas": _whole("home_areas.html", home.areas),
        "latest": _whole("home_latest.html", home.latest),
        "totals": _whole("home_totals.html", home.totals),
        "coverage": _whole("coverage.html", home.coverage),
        "area-names": Fragment("area_names.html", True, area.area_names),
        "named": Fragment("area_named.html", True, area.area_named),
        "strengths": Fragment("area_strengths.html", True, area_findings.area_strengths),
        "best": Fragment("area_best.html", True, area_figures.area_best),
        "spread": Fragment("area_spread.html", True, area_figures.area_spread),
        "questions": Fragment("area_questions.html", True, area_questions.area_questions),
        "recurring": Fragment("area_recurring.html", True, area_findings.area_recurring),
        "finder": _whole("finder.html", finder.finder_view),
        "places": _whole("places.html", places.places),
        "named-municipalities": _whole("named_municipalities.html", places.named_municipalities),
        "editions": _whole("editions.html", reference.editions),
        "comparability": _whole("comparability.html", reference.comparability),
        "register": _whole("register.html", register_view),
        "compare": _whole("compare.html", compare_view),
        "data-files": _whole("data_files.html", data_files),
        "problems": _whole("problems.html", reference.problems),
        "warnings": _whole("problems.html", reference.warnings),
        **{f"keys-{name}": _whole("keys.html", partial(keys, part=part)) for name, part in PARTS.items()},
    }
)
