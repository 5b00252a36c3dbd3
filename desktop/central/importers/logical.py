"""Lines as the ERP meant them: without signs that nobody sees, and put together where a cell broke in two."""

from collections.abc import Iterator

from desktop.central.importers.layout import Layout
from desktop.central.importers.lines import INVISIBLE, LineBlock
from desktop.central.importers.values import BadValue


def logical_lines(block: LineBlock, layout: Layout) -> Iterator[tuple[int, str, list[BadValue]]]:
    """Number, text and remarks of each line of a block that says anything; the header is none.

    A line that has too few cells goes on in the next one when that has too few as well and both together have
    just as many as the header: a line break was typed within a cell, where a blank takes its place.
    """
    number, last = block.first, block.first + len(block.lines)
    while number < last:
        line, remarks = _visible(block.lines[number - block.first])
        step = 1
        if number > 1 and line.strip():
            rest = block.lines[number + 1 - block.first] if number + 1 < last else ""
            if rest.strip() and _is_part(line, layout) and _is_part(rest, layout):
                whole = f"{line} {rest}"
                if layout.lacks(whole) == 0:
                    line, step = whole, 2
                    remarks.append(BadValue("line_broken", value=rest))
            yield number, line, remarks
        number += step


def _is_part(line: str, layout: Layout) -> bool:
    lacking = layout.lacks(line)
    return line.count('"') % 2 == 1 if lacking is None else lacking > 0


def _visible(line: str) -> tuple[str, list[BadValue]]:
    seen = INVISIBLE.sub("", line)
    return seen, [] if seen == line else [BadValue("invisible_removed")]
