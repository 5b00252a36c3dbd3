"""What frames every A4 paper: the landlord, the agency, the window of the envelope, the legal foot."""

from dataclasses import dataclass

from desktop.documents.drawing import lines
from desktop.documents.drawing.blocks import Paragraph, baseline
from desktop.documents.drawing.faces import Face
from desktop.documents.drawing.flow import draw_down
from desktop.documents.drawing.ink import (
    A4_HEIGHT,
    A4_WIDTH,
    HAIR,
    MARGIN,
    MM,
    SMALL,
    TEAL,
    TEXT_WIDTH,
    Style,
)
from desktop.documents.drawing.logo import draw_logo
from desktop.documents.drawing.pen import Pen
from desktop.documents.language.opening import opening_words
from desktop.documents.language.typography import one_line, unbroken
from desktop.documents.language.wording import Wording
from desktop.documents.parties import LandlordCard, Parties

HEAD_RULE = 35 * MM
WINDOW_LEFT, WINDOW_TOP, WINDOW_BOTTOM = 110 * MM, 47 * MM, 89 * MM
"""The address of a French letter folded in three: at the right, in the window of a DL envelope."""

_NAME = Style(15, 18, Face.BOLD)
_AGENCY = Style(8.5, 11.2, Face.REGULAR, SMALL.ink)
_AGENCY_NAME = Style(8.5, 11.2, Face.BOLD)
_ADDRESS_SIZES = (11.0, 10.0, 9.0, 8.0, 7.0)
_LOGO_HEIGHT = 16 * MM
_FOOT_BOTTOM = 10 * MM


@dataclass(frozen=True, slots=True)
class Letterhead:
    """Draws the frame of the pages in a language; `mention` is what the law adds to this paper."""

    parties: Parties
    wording: Wording
    mention: str = ""

    def draw_head(self, pen: Pen) -> None:
        """The landlord at the left, the agency at the right, a teal rule under both."""
        landlord = self.parties.landlord
        top = 13 * MM
        left = MARGIN
        if landlord.logo_svg:
            width = draw_logo(pen, landlord.logo_svg, left, top, _LOGO_HEIGHT)
            left += width + 5 * MM if width else 0.0
        name = Paragraph(landlord.name, _NAME, left, 105 * MM - left)
        name.draw(pen, top)
        Paragraph(landlord.legal_form, _AGENCY, left, 105 * MM - left).draw(pen, top + name.height + 1)
        self._draw_agency(pen, top + 2)
        pen.line(MARGIN, HEAD_RULE, A4_WIDTH - MARGIN, HEAD_RULE, TEAL, 1.0)
        pen.line(5 * MM, 99 * MM, 8 * MM, 99 * MM, HAIR)

    def draw_address(self, pen: Pen) -> None:
        """The tenants and where the letter goes, made smaller only if it would leave the window."""
        names = [self.wording.person(tenant) for tenant in self.parties.tenants]
        width = A4_WIDTH - 14 * MM - WINDOW_LEFT
        style, wrapped = Style(11, 14.5), list[lines.Line]()
        for size in _ADDRESS_SIZES:
            style = Style(size, size * 1.32)
            wrapped = [
                line
                for text in (*names, *self.parties.postal_lines)
                for line in lines.wrap(text, style, width)
            ]
            if len(wrapped) * style.leading <= WINDOW_BOTTOM - WINDOW_TOP:
                break
        for number, line in enumerate(wrapped):
            lines.write(pen, WINDOW_LEFT, baseline(WINDOW_TOP, style) + number * style.leading, line, style)

    def draw_continued(self, pen: Pen, subject: str) -> None:
        """The short head of the pages after the first."""
        pen.text(MARGIN, 19 * MM, subject, _AGENCY_NAME)
        right = f"{self.parties.landlord.name} – {self.wording.translate('common.continued')}"
        pen.right(A4_WIDTH - MARGIN, 19 * MM, right, _AGENCY)
        pen.line(MARGIN, 22 * MM, A4_WIDTH - MARGIN, 22 * MM, TEAL, 1.0)

    def draw_foot(self, pen: Pen, page: int, pages: int) -> None:
        """The legal mentions and the number of the page."""
        top = self.foot_top
        pen.line(MARGIN, top, A4_WIDTH - MARGIN, top, HAIR)
        draw_down(pen, top + 4, self._foot)
        number = self.wording.translate("common.page", page=page, pages=pages)
        pen.right(A4_WIDTH - MARGIN, baseline(self.foot_top + 4, SMALL), number, SMALL)

    @property
    def foot_top(self) -> float:
        """Where the foot begins: its height follows from what the law makes the landlord say."""
        return A4_HEIGHT - _FOOT_BOTTOM - 4 - sum(part.height for part in self._foot)

    @property
    def _foot(self) -> list[Paragraph]:
        first, *others = self._foot_texts
        return [
            Paragraph(first, SMALL, width=TEXT_WIDTH - 19 * MM),
            *(Paragraph(text, SMALL) for text in others),
        ]

    @property
    def _foot_texts(self) -> tuple[str, ...]:
        say = self.wording.translate
        landlord = self.parties.landlord
        first = " ".join(filter(None, (self.mention, say("common.courtesy"))))
        texts = [*filter(None, (first,)), _identity(landlord, self.wording)]
        if landlord.mediator is not None:
            mediator = landlord.mediator
            where = one_line((mediator.name, *mediator.address, mediator.web))
            texts.append(say("common.mediator", mediator=where))
        return tuple(texts)

    def _draw_agency(self, pen: Pen, top: float) -> None:
        agency = self.parties.agency
        hours = ", ".join(opening_words(line, self.wording) for line in agency.hours)
        opening = self.wording.translate("common.agency_hours", hours=hours) if hours else ""
        first = True
        for text in filter(None, (agency.name, one_line(agency.address), agency.phone, opening)):
            style = _AGENCY_NAME if first else _AGENCY
            for line in lines.wrap(text, style, 76 * MM):
                pen.right(A4_WIDTH - MARGIN, baseline(top, style), lines.plain(line), style)
                top += style.leading
            first = False


def _identity(landlord: LandlordCard, wording: Wording) -> str:
    siren = wording.translate("common.siren", siren=unbroken(landlord.siren)) if landlord.siren else ""
    named = f"{landlord.name}, {landlord.legal_form}" if landlord.legal_form else landlord.name
    parts = (named, one_line(landlord.address), siren, unbroken(landlord.phone), landlord.email, landlord.web)
    return " · ".join(filter(None, parts)) + "."
