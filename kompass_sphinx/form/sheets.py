"""The pages of the form as HTML, and the files that they need: style sheets, a script, a picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from kompass_sphinx.form.page import FormPage
from kompass_sphinx.form.told import Told
from kompass_sphinx.language import Language
from kompass_sphinx.templates import Place, Renderer

_PLACE = Place(lambda _target: None, lambda path: path, "")
_THEME = "theme/kompass"


@dataclass(frozen=True, slots=True)
class _Preview:
    """The page beside the form."""

    language: str
    body: Markup


class Sheets:
    """Renders the pages."""

    def __init__(self, language: Language, renderer: Renderer) -> None:
        self._renderer = renderer
        self._language = language.code

    def form(self, page: FormPage) -> str:
        """The page with the fields, or with the file's text."""
        template = "form/form.html" if page.text is None else "form/text.html"
        return self._renderer.render(template, page, _PLACE)

    def problem_list(self, told: Told) -> str:
        """The list of all problems."""
        return self._renderer.render("form/problem_list.html", told, _PLACE)

    def preview(self, body: str) -> str:
        """The page in the frame beside the form."""
        return self._renderer.render("form/preview.html", self._with(body), _PLACE)

    def preview_body(self, body: str) -> str:
        """What is in that page."""
        return self._renderer.render("form/preview_body.html", self._with(body), _PLACE)

    def _with(self, body: str) -> _Preview:
        return _Preview(self._language, Markup(body))  # noqa: S704 - made by our own templates


class Assets:
    """The files that the pages ask for, by name: their type and content."""

    @cached_property
    def by_name(self) -> dict[str, tuple[str, bytes]]:
        """All of them."""
        package = files("kompass_sphinx")
        own = package / "templates" / "form"
        return {
            "form.css": ("text/css; charset=utf-8", (own / "form.css").read_bytes()),
            "form.js": ("text/javascript; charset=utf-8", (own / "form.js").read_bytes()),
            "kompass.css": ("text/css; charset=utf-8", _style_sheet().encode()),
            "favicon.svg": ("image/svg+xml", (package / _THEME / "static" / "favicon.svg").read_bytes()),
        }


def _style_sheet() -> str:
    """The site's own style sheet, put together as Sphinx does it."""
    environment = Environment(loader=PackageLoader("kompass_sphinx", _THEME), autoescape=False)  # noqa: S701 - CSS
    return environment.get_template("static/kompass.css.jinja").render()
