"""Templates that cost what they print: what pages import is set up once in a run, and nothing is escaped twice.

A template is compiled to what Python does fastest: `a.b` is an attribute, or the key of a mapping; a call is a call.
"""

from __future__ import annotations

import keyword
import operator
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import Any, ClassVar

from jinja2 import Environment, Template
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.environment import TemplateModule
from jinja2.nodes import Call, Getattr
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

inert: Callable[[str], Markup] = partial(str.__new__, Markup)  # what is text of ours already, without a second look


@dataclass(frozen=True)
class Imports:
    """What templates import while the pages of one run are written; no more is known to it than all pages share.

    A page hands it over as `imports`.
    """

    variables: Mapping[str, Any]
    modules: dict[str | None, TemplateModule] = field(default_factory=dict)


class LeanTemplate(Template):
    """A template that is imported by many pages, and read for the first of them alone."""

    def make_module(self, *given: Any, **named: Any) -> TemplateModule:
        """With the variables of whoever imports it given first, as Jinja does."""
        imports: Imports | None = given[0].get("imports") if given else None
        if imports is None:
            return super().make_module(*given, **named)
        if self.name not in imports.modules:
            everyones = {**imports.variables, "imports": imports}
            imports.modules[self.name] = super().make_module(self.environment.globals | everyones, shared=True)
        return imports.modules[self.name]


class LeanMacro(Macro):
    """A macro that is handed its arguments as they are, if none has a name."""

    def __init__(self, environment: Environment, function: Any, *of: Any) -> None:
        super().__init__(environment, function, *of)
        function.__defaults__ = (missing,) * self._argument_count
        self._is_plain = not (self.caller or self.catch_kwargs or self.catch_varargs)

    def __call__(self, *given: Any, **named: Any) -> str:
        if named or not self._is_plain:
            text: str = super().__call__(*given, **named)
            return text
        return inert(self._func(*given))


class LeanCompiler(CodeGenerator):
    """What is printed has been made Markup by `finalize` already, so it need not be escaped after that."""

    def _output_child_pre(self, *_: Any) -> None:
        self.write("(environment.finalize(of) if type(of := ")

    def _output_child_post(self, *_: Any) -> None:
        self.write(") is not Markup else of)")

    def visit_Getattr(self, node: Getattr, frame: Frame) -> None:  # noqa: N802
        """Most have attributes; the words of the interface, keys."""
        if not _is_attribute(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write(f"(of.{node.attr} if not isinstance(of := ")
        self.visit(node.node, frame)
        key = repr(node.attr)
        self.write(f", dict) else of[{key}] if {key} in of else environment.getattr(of, {key}))")

    def visit_Call(self, node: Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802
        """Nothing that our templates call asks for their context, so it is not offered."""
        if forward_caller or node.kwargs or node.dyn_args or node.dyn_kwargs:
            self.write("environment.call(")
            self.visit(node.node, frame)
            self.signature(node, frame, {"caller": "caller"} if forward_caller else None)
        else:
            self.visit(node.node, frame)
            self.write("(")
            for argument in node.args:
                self.visit(argument, frame)
                self.write(", ")
        self.write(")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        self.write("environment.lean_")
        super().macro_def(macro_ref, frame)


class LeanEnvironment(Environment):
    """Without a sandbox, and with `finalize`, which makes Markup of all that is printed."""

    call: ClassVar[Any] = staticmethod(operator.call)
    lean_Macro: ClassVar[Any] = LeanMacro  # noqa: N815 -- as what is compiled calls it
    code_generator_class = LeanCompiler
    template_class = LeanTemplate


def _is_attribute(name: str) -> bool:
    return name.isidentifier() and not keyword.iskeyword(name) and not name.startswith("_")
