"""Templates that import a part again on the same posted page get the one that is made already.

Jinja makes a part anew for each `import ... with context`, and parts import parts: 84 times for one result.
"""

from __future__ import annotations

from typing import Any

from jinja2 import Template
from jinja2.environment import TemplateModule

MODULES = "modules"
"""The name in the context of the parts of one page; pages without it make each part anew."""


class OncePerPage(Template):
    """A template that is made into a part once for each page. Nothing is kept beyond the page."""

    def make_module(
        self, vars: dict[str, Any] | None = None, shared: bool = False, locals: Any = None
    ) -> TemplateModule:
        """Return the part with this name of the page whose context this is."""
        made: dict[str, TemplateModule] | None = (vars or {}).get(MODULES)
        if made is None or self.name is None:
            return super().make_module(vars, shared, locals)
        if self.name not in made:
            made[self.name] = super().make_module(vars, shared, locals)
        return made[self.name]
