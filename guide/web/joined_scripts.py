"""Script modules that are sent as one file: each request costs a reader on a slow line as much as two kilobytes.

The modules of a group stay functions of their own, so a name in one is not seen in another. A group stands beside the
files of its modules: what no group has, such as `states.mjs`, imports those of the first group from it, because every
page loads that, and others from their own files. So no page runs a module with a state twice; `scroll.mjs` and
`links.mjs`, which have none, can stand in two files of a page. The file of one kind of page has all that it needs but
what every page has; no other file imports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from guide.web.kit.bundle import IMPORT, NAME, module_function, variable, without_comments

FOLDER = "js/"
EVERY_PAGE = "every-page.mjs"
# By the name of the file: its modules, those that others import first.
GROUPS = {
    EVERY_PAGE: ("quick_exit", "later"),
    "walk.mjs": (
        "scroll",
        "links",
        "rules",
        "steps",
        "answers_list",
        "explanations",
        "form_fields",
        "form",
        "keep_answers",
    ),
    "results.mjs": ("unpack", "arrange", "lines", "result_order", "state_here", "whole", "result", "ahead"),
    "second-language.mjs": ("bilingual", "languages"),
}
# By the name of the file: what one kind of page needs.
OF_PAGES = {
    "explain-page.mjs": ("scroll", "links", "sources", "unfold", "share", "index"),
    "all-page.mjs": ("scroll", "links", "sources", "share", "shared_view"),
    "held-page.mjs": ("choose_state", "send"),
    "help-page.mjs": ("scroll", "help"),
    "papers-page.mjs": ("scroll", "unfold", "papers", "send"),
    "sources-page.mjs": ("scroll", "links", "sources"),
    "urgent-page.mjs": ("scroll", "links", "places", "send"),
}
FILES = {**GROUPS, **OF_PAGES}
GROUP_OF = {f"{module}.mjs": group for group, modules in GROUPS.items() for module in modules}
SENT_ON = re.compile(r'^export \{ (?P<names>[\w, ]+) \} from "\./(?P<module>[a-z_]+\.mjs)";\n', re.M)
ALL_OF = re.compile(r'^import \* as (?P<name>\w+) from "\./(?P<module>[a-z_]+\.mjs)";\n', re.M)
LATER = re.compile(r'import\("\./(?P<module>[a-z_]+\.mjs)"\)')


def names() -> list[str]:
    """Return the names of the joined files."""
    return [f"{FOLDER}{name}" for name in FILES]


def modules() -> list[str]:
    """Return the names of the files that they are made of."""
    return [f"{FOLDER}{module}.mjs" for module in dict.fromkeys(each for listed in FILES.values() for each in listed)]


def with_groups(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files with the joined ones beside them.

    None is made if a module is not there, as in the samples of tests. Raises CannotJoin.
    """
    texts = {
        name.removeprefix(FOLDER): without_comments(body.decode())
        for name, body in files.items()
        if name.startswith(FOLDER) and name.endswith(".mjs")
    }
    if not {f"{FOLDER}{name}" for name in texts} >= set(modules()):
        return dict(files)
    made = {name: _from_every_page(name, text) for name, text in texts.items()}
    made |= {name: "".join(_joined(listed, texts)) for name, listed in FILES.items()}
    return {**files, **{f"{FOLDER}{name}": text.encode() for name, text in made.items()}}


def _from_every_page(name: str, text: str) -> str:
    """Return a module that takes what every page has from the file of that group."""

    def taken(found: re.Match[str]) -> str:
        if GROUP_OF.get(found["module"]) != EVERY_PAGE:
            return found[0]
        names = found["names"]
        return _import(found["module"]) + (f"const {names} = {variable(found['module'])};\n" if names else "")

    return text if GROUP_OF.get(name) == EVERY_PAGE else IMPORT.sub(taken, text)


def _import(module: str) -> str:
    return f'import {{ {variable(module)} }} from "./{GROUP_OF[module]}";\n'


def _joined(listed: Iterable[str], texts: Mapping[str, str]) -> Iterator[str]:
    """Yield the parts of a joined file: what it imports from groups, its modules, and what it exports."""
    modules = [f"{module}.mjs" for module in listed]
    needed = {found["module"] for name in modules for form in (IMPORT, ALL_OF, SENT_ON) for found in
              form.finditer(texts[name])}  # fmt: skip
    yield from (_import(module) for module in sorted(needed - set(modules)))
    for name in modules:
        text = ALL_OF.sub(lambda found: f"const {found['name']} = {variable(found['module'])};\n", texts[name])
        sent_on = [
            (given, found["module"]) for found in SENT_ON.finditer(text) for given in NAME.findall(found["names"])
        ]
        text = SENT_ON.sub("", text) + "".join(
            f"export const {given} = {variable(module)}.{given};\n" for given, module in sent_on
        )
        yield module_function(name, LATER.sub(_loaded_later, text))
    yield f"export {{ {', '.join(map(variable, modules))} }};\n"


def _loaded_later(found: re.Match[str]) -> str:
    """Return an import of a module when it is needed, or of its group."""
    module = found["module"]
    if module not in GROUP_OF:
        return found[0]
    return f'import("./{GROUP_OF[module]}").then((group) => group.{variable(module)})'
