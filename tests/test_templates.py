"""What is settled when a template is compiled is what stock Jinja would say when it renders."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, UndefinedError
from markupsafe import Markup, escape

from kompass_sphinx.language import Language
from kompass_sphinx.templates.environment import KompassEnvironment, escape_text

TRANSLATIONS = {"Points": "Poäng & <sådant>", "%(a)s of %(b)s": "av %(b)s: %(a)s, 100 %%", "%(a)s": "%(a)s"}


class MadeUpLanguage(Language):
    """Says a few messages."""

    def __init__(self) -> None:
        super().__init__("sv")

    def gettext(self, message: str) -> str:
        """The message in this language."""
        return TRANSLATIONS.get(message, message)


@dataclass(frozen=True)
class View:
    """What a template shows."""

    text: str
    number: float
    markup: Markup


def stock() -> Environment:
    environment = Environment(autoescape=True, extensions=["jinja2.ext.i18n"])
    language = MadeUpLanguage()
    environment.install_gettext_callables(language.gettext, language.ngettext, newstyle=True)  # type: ignore[attr-defined]
    return environment


@given(st.one_of(st.text(), st.text("&<>\"'a"), st.integers(), st.floats(), st.none(), st.text().map(Markup)))
def test_everything_is_escaped_as_markupsafe_escapes_it(value: object) -> None:
    assert escape_text(value) == str(escape(value))


@given(text=st.text("&<>\"'%a {}"), number=st.floats(allow_nan=False), markup=st.text("<b>a").map(Markup))
@pytest.mark.parametrize(
    "source",
    [
        "{{ view.text }}{{ view.number }}{{ view.markup }}",
        "{{ _('Points') }} {{ _('not translated <b>') }}",
        "<a title=\"{{ _('%(a)s of %(b)s', a=view.text, b=view.markup) }}\">",
        "{{ _('%(a)s of %(b)s', a=view.number, b=view.text) }}",
        "{{ _('%(a)s', a=view.text) }}",
        "{% set text = _('%(a)s of %(b)s', a=view.text, b=1) %}{{ text }}{{ text | length }}",
        "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(_('Points')) }}{{ m(view.text) }}",
        "{% for a in view.text %}{{ a }}{% if not loop.last %}, {% endif %}{% endfor %}",
    ],
)
def test_a_template_says_what_stock_jinja_says(source: str, text: str, number: float, markup: Markup) -> None:
    view = View(text, number, markup)
    ours = KompassEnvironment(MadeUpLanguage(), None).from_string(source)
    assert ours.render(view=view) == stock().from_string(source).render(view=view)


@given(text=st.text("&<>\"'%a {}"))
def test_an_included_template_says_the_same_and_changes_nothing_around_it(text: str) -> None:
    loader = DictLoader(
        {
            "whole": "{% set x = 1 %}{% for one in view.text %}{% include 'part' %}{{ x }}{% endfor %}{{ x }}",
            "part": "{% set x = one %}<i>{{ x }}{{ view.number }}</i>{% include 'least' %}\n",
            "least": "{% if x == 'a' %}{{ _('Points') }}{% endif %}",
        }
    )
    said = []
    for environment in (KompassEnvironment(MadeUpLanguage(), None), stock()):
        environment.loader = loader
        said.append(environment.get_template("whole").render(view=View(text, 1, Markup())))
    assert said[0] == said[1]


@pytest.mark.parametrize("source", ["{{ veiw.text }}", "{{ view.txet }}", "{{ link }}"])
def test_a_slip_in_a_template_is_an_error(source: str) -> None:
    template = KompassEnvironment(MadeUpLanguage(), None).from_string(source)
    with pytest.raises((UndefinedError, AttributeError)):
        template.render(view=View("", 0, Markup()))
