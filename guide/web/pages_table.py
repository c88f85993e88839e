"""The table of all pages of the guide: a new page is a new row and a template.

The rows define the routes (routes.py), the footer menu, links (urls.py), pages in frames, bilingual pages and pages
of partners, the pages that are rendered at startup (every_page.py), and the pages for paper.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass

from guide.model.pocket import NAMES

PLACEHOLDER = re.compile(r"<(\w+)>")


def N_(text: str) -> str:
    """Mark a text for the catalogs; templates translate it."""
    return text


@dataclass(frozen=True)
class Row:
    """One page.

    `name` is what follows the language in its address, with placeholders such as `<guideline>`. A page without a `view`
    is its template and nothing else; a view is named as `module.function` of guide.web.views and gives what is
    rendered.
    """

    name: str
    view: str = ""
    posted: str = ""  # the view for a POST of the form
    template: str = ""  # empty: `name` with .html
    menu: str = ""  # its text in the footer menu; empty: not in the menu
    group: str = "read"  # its group in the footer menu, a key of GROUPS
    in_frames: bool = False  # also below /embed/, for other sites
    of_partners: bool = False  # also as a page of each partner
    in_pairs: bool = False  # also bilingual
    on_paper: bool = False  # `guide handout` prints it
    first: int = 0  # its rank among the pages that people in danger open first; 0: not one of them
    indexed: bool = True  # search engines may list it
    keeps_reader: bool = False  # it cannot be loaded again, so links open a new tab

    @property
    def fetched(self) -> bool:
        """Whether it can be loaded with GET, and is not only the result of a POST."""
        return bool(self.view or not self.posted)

    @property
    def file(self) -> str:
        return self.template or f"{self.name}.html"


def _urgent(name: str, menu: str, view: str = "urgent.page", first: int = 0) -> Row:
    """A page for the first minute: everywhere, without a question."""
    return Row(name, view=view, menu=menu, group="help", in_frames=True, of_partners=True, in_pairs=True, first=first)


def _sheet(name: str, menu: str, view: str = "") -> Row:
    """What an advocate shows or hands out; without a view, on a wall only."""
    return Row(name, view=view, menu=menu, group="advocates", in_pairs=True, on_paper=bool(view))


def _pocket(name: str) -> Row:
    """A card or sheet to hold; its index is in the menu, it is not."""
    return Row(f"pocket/{name}", view="pocket.sheet", in_pairs=True, on_paper=True)


def _for_script(name: str, view: str) -> Row:
    """What the script of the questions loads: no page to read. An export has it beside them, by this name."""
    return Row(name, view=view, in_frames=True, of_partners=True, first=6, indexed=False, keeps_reader=True)


# The groups of the footer menu, in their order.
GROUPS = {
    "help": N_("Help"),
    "read": N_("Read"),
    "advocates": N_("For advocates and clinics"),
    "privacy": N_("Privacy"),
}
PAGES = (
    Row("", template="home.html", menu=N_("Start page"), group="help", in_frames=True, of_partners=True, first=1),
    _urgent("held", view="urgent.held", menu=N_("Someone was taken"), first=2),
    _urgent("officers", menu=N_("Officers are here"), first=3),
    _urgent("papers", view="urgent.papers", menu=N_("Which paper?")),
    _urgent("plan", menu=N_("Make a plan")),
    _urgent("steps", menu=N_("5 steps")),
    Row(
        "questions",
        view="results.questions",
        posted="results.same_questions",
        menu=N_("Answer questions"),
        group="help",
        in_frames=True,
        of_partners=True,
        first=4,
    ),
    Row(
        "result",
        posted="results.result",
        in_frames=True,
        of_partners=True,
        in_pairs=True,
        indexed=False,
        keeps_reader=True,
    ),
    Row(
        "explain",
        view="pages.explain",
        menu=N_("Read everything"),
        in_frames=True,
        of_partners=True,
        in_pairs=True,
        first=7,
        keeps_reader=True,
    ),
    Row("explain/all", view="pages.everything", in_frames=True, of_partners=True, in_pairs=True, keeps_reader=True),
    # What the script makes results from: made before the list of everything.
    _for_script("questions/today.html", "for_script.today"),
    _for_script("questions/old.html", "for_script.old"),
    _for_script("questions/english.html", "for_script.english"),
    Row("explain/<guideline>", view="pages.explain_one", in_frames=True, of_partners=True, in_pairs=True),
    Row("help", menu=N_("Legal help"), group="help", in_frames=True, of_partners=True, in_pairs=True, first=5),
    Row("pocket", view="pocket.index", menu=N_("Cards and sheets"), group="help", in_pairs=True),
    Row("advocates", view="pages.advocates", menu=N_("For advocates"), group="advocates"),
    Row("clinics", view="clinics.clinics", menu=N_("For clinics"), group="advocates"),
    Row("timeline", view="pages.timeline", menu=N_("Timeline")),
    Row("review", view="pages.review", menu=N_("Ways to ask for a review"), in_pairs=True),
    Row("misunderstandings", menu=N_("Wrong ideas")),
    Row("glossary", menu=N_("Words")),
    Row("examples", view="personas.examples", menu=N_("Invented people")),
    Row("examples/<persona>", view="personas.example"),
    Row("changes", view="pages.changes", menu=N_("What changed")),
    Row("rules", menu=N_("Rule book")),
    Row("sources", view="pages.sources", menu=N_("Sources")),
    Row("safety", view="pages.safety", menu=N_("Shared phones"), group="privacy"),
    Row(
        "privacy",
        view="pages.privacy",
        menu=N_("What we keep"),
        group="privacy",
        in_frames=True,
        of_partners=True,
    ),
    Row("accessibility", view="pages.accessibility", menu=N_("Accessibility")),
    _sheet("present", menu=N_("One by one")),
    _sheet("handout", menu=N_("To print: one sheet of paper"), view="handouts.handout"),
    _sheet("handout-long", menu=N_("To print: all warnings of today"), view="handouts.handout_long"),
    _sheet("question-sheet", menu=N_("Questions to fill in by hand"), view="handouts.question_sheet"),
    *(_pocket(name) for name in NAMES),
    Row("design", view="style_guide.design", indexed=False),
)
ON_PAPER = tuple(row.name for row in PAGES if row.on_paper)


class Pages:
    """The rows of one site, with a lookup by page name."""

    def __init__(self, rows: Iterable[Row] = PAGES) -> None:
        self.rows = tuple(rows)
        self._plain = {row.name: row for row in self.rows if "<" not in row.name}
        self._with_placeholders = [
            (re.compile(PLACEHOLDER.sub("[^/]+", row.name)), row) for row in self.rows if "<" in row.name
        ]

    def __iter__(self) -> Iterator[Row]:
        return iter(self.rows)

    def find(self, page: str) -> Row | None:
        """Return the row of a page such as `help`, `explain/today` or `glossary#term-bond`, or None."""
        name = page.partition("#")[0]
        if name in self._plain:
            return self._plain[name]
        return next((row for pattern, row in self._with_placeholders if pattern.fullmatch(name)), None)

    def menu(self) -> list[tuple[str, list[Row]]]:
        """Return the title and the pages of each group of the footer menu."""
        return [
            (title, [row for row in self.rows if row.menu and row.group == group]) for group, title in GROUPS.items()
        ]

    def first(self) -> list[str]:
        """Return the names of the pages that people in danger open first, in order."""
        return [row.name for row in sorted(self.rows, key=lambda row: row.first) if row.first]

    def urgent(self, pages: Container[str]) -> list[Row]:
        """Return those of these pages that people in danger open first, in order."""
        return [row for row in sorted(self.rows, key=lambda row: row.first) if row.first and row.name in pages]
