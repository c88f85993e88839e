"""The drawing of a paper: where its title, agency, number, signature and date stand. The template draws it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from guide.model.urgent import Spot

WIDTH, HEIGHT = 100, 130
EDGE = 9
ROW = 18  # from one mark to the next below it
BAR = 14
HALF = 39
BANDS = {
    Spot.TOP: "top",
    Spot.TOP_LEFT: "top",
    Spot.TOP_RIGHT: "top",
    Spot.MIDDLE: "middle",
    Spot.BOTTOM: "bottom",
    Spot.BOTTOM_LEFT: "bottom",
    Spot.BOTTOM_RIGHT: "bottom",
}
LEFT, RIGHT = (Spot.TOP_LEFT, Spot.BOTTOM_LEFT), (Spot.TOP_RIGHT, Spot.BOTTOM_RIGHT)


@dataclass(frozen=True)
class Mark:
    """One thing on the paper: a bar with its number. The text beside the drawing has the same number."""

    number: int
    what: str  # a key of `drawing`
    spot: Spot
    x: int
    y: int
    width: int

    @property
    def middle(self) -> float:
        return self.y + BAR / 2


@dataclass(frozen=True)
class Drawing:
    marks: tuple[Mark, ...]
    lines: tuple[int, ...]  # the height of each line of plain text between the marks


def drawing_of(spots: Mapping[str, Spot]) -> Drawing:
    """Place the marks: those at the top hang from the upper edge, those at the bottom stand on the lower one."""
    rows = {band: _rows(spots, band) for band in ("top", "middle", "bottom")}
    heights = {band: ROW * len(found) for band, found in rows.items()}
    bottom = HEIGHT - EDGE + ROW - BAR - heights["bottom"]
    middle = max((HEIGHT - heights["middle"]) // 2, EDGE + heights["top"])
    begins = {"top": EDGE, "middle": min(middle, bottom - heights["middle"]), "bottom": bottom}
    order = list(spots)
    marks = [
        _mark(order.index(what) + 1, what, spots[what], begins[band] + ROW * number)
        for band, found in rows.items()
        for number, row in enumerate(found)
        for what in row
    ]
    return Drawing(tuple(sorted(marks, key=lambda mark: mark.number)), _lines(marks))


def _rows(spots: Mapping[str, Spot], band: str) -> list[list[str]]:
    """Return what stands in each row of a band: one thing, or one at the left and one at the right."""
    rows: list[list[str]] = []
    for what, spot in spots.items():
        if BANDS[spot] != band:
            continue
        row = next((row for row in rows if _fits_beside(spot, [spots[each] for each in row])), None)
        if row is None:
            rows.append([what])
        else:
            row.append(what)
    return rows


def _fits_beside(spot: Spot, there: list[Spot]) -> bool:
    return len(there) == 1 and ((spot in LEFT and there[0] in RIGHT) or (spot in RIGHT and there[0] in LEFT))


def _mark(number: int, what: str, spot: Spot, y: int) -> Mark:
    x = WIDTH - EDGE - HALF if spot in RIGHT else EDGE
    return Mark(number, what, spot, x, y, HALF if spot in (*LEFT, *RIGHT) else WIDTH - 2 * EDGE)


def _lines(marks: list[Mark]) -> tuple[int, ...]:
    """Return the lines of text that no mark covers."""
    free = range(EDGE + 3, HEIGHT - EDGE, 9)
    return tuple(y for y in free if all(not mark.y - 5 < y < mark.y + BAR + 5 for mark in marks))
