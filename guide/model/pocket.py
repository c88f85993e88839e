"""The cards and sheets of /LANG/pocket: which lines of the pages for the first minute stand on each.

A sheet has no words of law of its own: it names lines, so that one sentence, its exception and its sources stay in one
place. A line is never cut in two.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from guide.model.content import Library
from guide.model.urgent import Line, LineKind, Part, Phrase

# The lines of a part that tell a date, and all of them.
DATES, ALL = "@date", "*"


def N_(text: str) -> str:
    """Mark a text for the catalogs; templates translate it."""
    return text


@dataclass(frozen=True)
class Block:
    """Some lines of one card or sheet. `refs`: `page/part/line`; `title` is empty for a deadline's own paper."""

    title: str
    refs: tuple[str, ...]


@dataclass(frozen=True)
class PocketSheet:
    """One card or sheet. `phrases`: ids of English words to show; `blanks`: what a reader fills in by hand."""

    name: str
    title: str
    use: str
    blocks: tuple[Block, ...]
    phrases: tuple[str, ...] = ()
    blanks: tuple[str, ...] = ()
    table: bool = False

    @property
    def path(self) -> str:
        return f"pocket/{self.name}"


OF_PAPERS = (
    "judge-decision", "in-absentia", "hearing-notice", "notice-to-appear", "custody-i286", "detainer", "intent-i851",
    "order-i851a", "reinstate-i871", "fast-removal-i860", "voluntary-departure-judge", "motion-dismiss", "civil-fine",
    "request-for-evidence", "intent-to-deny", "uscis-denial", "asylum-fee", "unknown-letter",
)  # fmt: skip

SHEETS = (
    PocketSheet(
        "card",
        N_("Card to show an officer"),
        N_("English in large letters, and your language under it. Show it or hold it to the window."),
        (
            Block(
                N_("Read this before you show the card"),
                (
                    "officers/everywhere/citizen", "officers/everywhere/false-papers", "officers/everywhere/run",
                    "steps/steps/lawyer", "steps/steps/door", "steps/steps/sign",
                ),
            ),
        ),
        phrases=("silent", "lawyer", "no-entry", "no-search", "show-paper", "no-sign", "afraid", "interpreter"),
    ),
    PocketSheet(
        "door",
        N_("Paper to keep by the door"),
        N_("What a paper signed by a judge looks like, and what to do at the door."),
        (
            Block(N_("At the door"), ("officers/door/*",)),
            Block(
                N_("The paper signed by a court judge"),
                ("papers/court-warrant/look", "papers/court-warrant/opens", "papers/court-warrant/date",
                 "papers/court-warrant/first"),
            ),
            Block(
                N_("Papers of ICE, not signed by a judge"),
                ("papers/warrant-i200/look", "papers/warrant-i205/look"),
            ),
        ),
    ),
    PocketSheet(
        "deadlines",
        N_("Deadlines, and what starts the clock"),
        N_("One table of papers: how many days, and from when they count."),
        tuple(Block("", (f"papers/{paper}/{DATES}",)) for paper in OF_PAPERS),
        table=True,
    ),
    PocketSheet(
        "find",
        N_("Find a person who is held"),
        N_("Step by step: where to search, whom to call, and what not to say."),
        (
            Block(N_("Find where the person is"), (f"held/find/{ALL}",)),
            Block(N_("Who can go there"), (f"held/visit/{ALL}",)),
        ),
    ),
    PocketSheet(
        "plan",
        N_("My family plan"),
        N_("A sheet with empty lines. You fill it in by hand, and nothing is typed here."),
        (
            Block(
                N_("What to do now"),
                ("plan/children/choose", "steps/steps/plan", "plan/children/give-papers", "plan/school/pick-up",
                 "plan/medicine/sheet", "plan/numbers/carry"),
            ),
        ),
        blanks=(
            N_("Who takes the children, and phone"),
            N_("Second person, and phone"),
            N_("School, and who picks them up"),
            N_("Doctor, medicine, allergies"),
            N_("Lawyer or legal help, and phone"),
            N_("Who leads and calls all others"),
            N_("Where the papers are"),
        ),
    ),
    PocketSheet(
        "lawyer",
        N_("What to bring to a lawyer"),
        N_("A list of papers, and empty lines for your dates and questions."),
        (
            Block(
                N_("Bring this"),
                ("plan/papers/folder", "plan/papers/two-years", "plan/papers/g-28", "plan/tell/lawyer"),
            ),
        ),
        blanks=(
            N_("Dates with a court or ICE"),
            N_("Papers that came, and the day they came"),
            N_("What was signed, and when"),
            N_("Questions for the lawyer"),
        ),
    ),
)  # fmt: skip


def sheet(name: str) -> PocketSheet:
    """Return the sheet with this name. Raises StopIteration if there is none."""
    return next(each for each in SHEETS if each.name == name)


def part_of(library: Library, ref: str) -> Part:
    """Return the part of the line that `ref` names. Raises LookupError if it does not exist."""
    page, part, _ = ref.split("/")
    found = [each for each in library.urgent[page].parts if each.id == part]
    if not found:
        raise LookupError(f"no part `{page}/{part}`")
    return found[0]


def lines(library: Library, refs: tuple[str, ...]) -> tuple[Line, ...]:
    """Return the lines that `refs` name, in order. Raises LookupError for one that does not exist."""
    return tuple(line for ref in refs for line in _named(part_of(library, ref), ref))


def _named(part: Part, ref: str) -> tuple[Line, ...]:
    wanted = ref.rpartition("/")[2]
    if wanted == ALL:
        return part.acts
    found = part.of(LineKind.DATE) if wanted == DATES else tuple(line for line in part.acts if line.id == wanted)
    if not found:
        raise LookupError(f"no line `{ref}`")
    return found


def cited(library: Library, of: PocketSheet) -> tuple[str, ...]:
    """Return the sources of all that stands on a sheet, each once."""
    return tuple(dict.fromkeys(id for each in _of_law(library, of) for id in each.sources))


def _of_law(library: Library, of: PocketSheet) -> Iterator[Line | Phrase]:
    yield from (library.phrases[id] for id in of.phrases)
    for block in of.blocks:
        yield from lines(library, block.refs)


def for_a_lawyer(library: Library) -> Iterator[str]:
    """Yield the id of each phrase and line on the card: a lawyer has to confirm them before launch."""
    card: Mapping[str, PocketSheet] = {each.name: each for each in SHEETS}
    yield from (f"phrases: {id}" for id in card["card"].phrases)
    yield from (ref for block in card["card"].blocks for ref in block.refs)
