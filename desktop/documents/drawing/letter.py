"""Composes an A4 paper: the frame, what comes first and large, then blocks over the pages they need."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from desktop.documents.drawing.blocks import Paragraph, White
from desktop.documents.drawing.faces import Face
from desktop.documents.drawing.flow import Block, draw_down, paginate
from desktop.documents.drawing.ink import (
    A4_HEIGHT,
    A4_WIDTH,
    BODY,
    HERO,
    MARGIN,
    MM,
    OCHRE,
    TITLE,
    WHITE,
    Style,
)
from desktop.documents.drawing.letterhead import WINDOW_TOP, Letterhead
from desktop.documents.drawing.paper import Identity, PaperFile
from desktop.documents.drawing.pen import Pen
from desktop.documents.language.copies import copy_of
from desktop.documents.language.wording import Wording
from desktop.documents.parties import Parties
from desktop.documents.seal import Duplicate

_HERO_WIDTH = 84 * MM
_BODY_TOP = 95 * MM
_NEXT_TOP = 28 * MM
_COPY = Style(9, 12, Face.REGULAR, OCHRE)
_STAMP = Style(10, 14, Face.BOLD, WHITE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """What is large at the top (title, hero, a line or two); `subject` names the paper elsewhere."""

    parties: Parties
    wording: Wording
    made_at: datetime
    title: str
    hero: str
    under: tuple[str, ...]
    subject: str
    mention: str = ""
    duplicate: Duplicate | None = None
    hero_style: Style = HERO

    def pdf(self, blocks: Sequence[Block]) -> bytes:
        """Return the paper as a file."""
        frame = Letterhead(self.parties, self.wording, self.mention)
        hero = self._hero_blocks()
        hero_top = WINDOW_TOP - 1 * MM
        first_top = max(_BODY_TOP, hero_top + sum(block.height for block in hero) + 5 * MM)
        bottom = frame.foot_top - 3 * MM
        pages = paginate(blocks, bottom - first_top, bottom - _NEXT_TOP)
        paper = PaperFile(self._identity(), A4_WIDTH, A4_HEIGHT)
        for number, page in enumerate(pages, start=1):
            pen = paper.page()
            if number == 1:
                frame.draw_head(pen)
                frame.draw_address(pen)
                self._draw_stamp(pen)
                draw_down(pen, hero_top, hero)
            else:
                frame.draw_continued(pen, self.subject)
            draw_down(pen, first_top if number == 1 else _NEXT_TOP, page)
            frame.draw_foot(pen, number, len(pages))
        return paper.pdf()

    def _hero_blocks(self) -> list[Block]:
        small_title = Style(18, 21, TITLE.face, TITLE.ink)
        title = TITLE if len(self.title) < 22 else small_title
        return [
            Paragraph(self.title, title, MARGIN, _HERO_WIDTH, after=4),
            Paragraph(self.hero, self.hero_style, MARGIN, _HERO_WIDTH, after=3),
            *(Paragraph(text, BODY, MARGIN, _HERO_WIDTH) for text in self.under),
            *self._copy_of(),
        ]

    def _copy_of(self) -> list[Block]:
        text = copy_of(self.duplicate, self.wording)
        return [White(2), Paragraph(text, _COPY, MARGIN, _HERO_WIDTH)] if text else []

    def _draw_stamp(self, pen: Pen) -> None:
        if self.duplicate is None:
            return
        word = self.wording.translate("common.duplicate")
        pen.box(MARGIN, 38.2 * MM, 32 * MM, 6 * MM, OCHRE)
        pen.centred(MARGIN + 16 * MM, 42.5 * MM, word, _STAMP)

    def _identity(self) -> Identity:
        return Identity(
            title=self.subject,
            author=self.parties.landlord,
            subject=f"{self.wording.translate('common.lease')} {self.parties.lease_number}",
            made_at=self.made_at,
            language_tag=self.wording.tag,
        )
