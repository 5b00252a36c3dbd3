"""Sets blocks one under the other and turns the page when the next one does not fit."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from desktop.documents.drawing.pen import Pen


class Block(Protocol):
    """A part of a paper that stays in one piece."""

    @property
    def height(self) -> float:
        """Points from its top to the top of what follows."""

    @property
    def keep(self) -> bool:
        """Whether it must stand on the same page as the next block."""

    @property
    def heading(self) -> "Block | None":
        """What is repeated above it when it begins a page, such as the head of a table."""

    @property
    def blank(self) -> bool:
        """Whether it is only white, and left out where a page begins."""

    def draw(self, pen: Pen, top: float) -> None:
        """Draw it below `top`."""


def paginate(blocks: Sequence[Block], first_room: float, next_room: float) -> list[list[Block]]:
    """Share the blocks out among pages; `first_room` and `next_room` are the heights there, in points."""
    pages: list[list[Block]] = [[]]
    room = first_room
    for group in _groups(blocks):
        needed = sum(block.height for block in group)
        if needed > room and pages[-1]:
            pages.append([])
            room = next_room
            heading = group[0].heading
            if heading is not None:
                pages[-1].append(heading)
                room -= heading.height
        if group[0].blank and not pages[-1]:
            continue
        pages[-1].extend(group)
        room -= needed
    return [page for page in pages if page] or [[]]


def draw_down(pen: Pen, top: float, blocks: Sequence[Block]) -> float:
    """Draw blocks one under the other; return where they end."""
    for block in blocks:
        block.draw(pen, top)
        top += block.height
    return top


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.keep:
            yield group
            group = []
    if group:
        yield group
