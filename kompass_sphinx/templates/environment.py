"""The Jinja environment: stock Jinja, with what is the same on every page settled when a template is compiled.

A page of an evaluation says a hundred messages and fifteen hundred values. So messages, and the templates that are
included, are put into the template as it is compiled, in the renderer's language. Values are looked up and escaped
without what views never need: they are plain frozen data, and nearly all their texts have nothing to escape.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

if TYPE_CHECKING:
    from jinja2 import BytecodeCache
    from jinja2.compiler import Frame

    from kompass_sphinx.language import Language

_PLACEHOLDER = re.compile(r"%\((\w+)\)s")


def escape_text(value: object) -> str:
    """What stands for a value in HTML; as ``markupsafe.escape``, but a text without special characters stays itself."""
    if type(value) is str:
        if "&" in value or "<" in value or ">" in value or '"' in value or "'" in value:
            return escape(value)
        return value
    return value if type(value) is Markup else escape(value)


class _CodeGenerator(CodeGenerator):
    """Writes ``view.title`` and the escaping of values as plain Python."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 -- Jinja's name
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ARG002 -- Jinja's
        self.write("environment.escape_text(")


class KompassEnvironment(Environment):
    """Renders the package's templates in one language."""

    code_generator_class = _CodeGenerator
    escape_text = staticmethod(escape_text)

    def __init__(self, language: Language, compiled: BytecodeCache | None) -> None:
        super().__init__(
            bytecode_cache=compiled,
            loader=PackageLoader("kompass_sphinx", "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=False,
            extensions=["jinja2.ext.i18n"],
            auto_reload=False,  # looking whether a file has changed, at every include, was a twentieth of a build
        )
        self._translator = _Translator(language)
        self.install_gettext_callables(language.gettext, language.ngettext, newstyle=True)  # type: ignore[attr-defined]

    def _generate(
        self, source: nodes.Template, name: str | None, filename: str | None, defer_init: bool = False
    ) -> str:
        """Jinja's hook between parsing and writing the code."""
        included = _Includer(self).visit(source)
        return super()._generate(self._translator.visit(included), name, filename, defer_init)


class _Includer(NodeTransformer):
    """Puts an included template in its place: looking it up and preparing it took longer than most have to say."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def visit_Include(self, node: nodes.Include) -> nodes.Scope:  # noqa: N802 -- Jinja's name
        assert isinstance(node.template, nodes.Const), "a template is included by its name"
        name = node.template.value
        assert self._environment.loader is not None
        source, filename, _ = self._environment.loader.get_source(self._environment, name)
        template = self.visit(self._environment.parse(source, name, filename))
        return nodes.Scope(template.body, lineno=node.lineno)


class _Translator(NodeTransformer):
    """Puts ``_('message', name=value)`` into the template as the translation with the values in their places."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 -- Jinja's name
        """Parts that are put together are written one after the other instead."""
        self.generic_visit(node)
        node.nodes = [part for one in node.nodes for part in (one.nodes if isinstance(one, nodes.Concat) else [one])]
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Expr:  # noqa: N802 -- Jinja's name
        self.generic_visit(node)
        if not (isinstance(node.node, nodes.Name) and node.node.name == "_" and isinstance(node.args[0], nodes.Const)):
            return node
        values = {keyword.key: keyword.value for keyword in node.kwargs}
        # Every other part is the name of a placeholder.
        parts = _PLACEHOLDER.split(self._language.gettext(node.args[0].value))
        found = [_safe(part) if not at % 2 else values[part] for at, part in enumerate(parts) if part]
        return found[0] if len(found) == 1 else nodes.Concat(found)


def _safe(text: str) -> nodes.Expr:
    return nodes.MarkSafe(nodes.Const(text.replace("%%", "%")))
