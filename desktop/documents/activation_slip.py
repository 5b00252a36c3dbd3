"""The slip with a new activation code: folded in three, the code is inside and the address in the window."""

from typing import Final

from desktop.documents.activation_record import ActivationSlip
from desktop.documents.drawing import faces
from desktop.documents.drawing.blocks import Panel, Paragraph, baseline
from desktop.documents.drawing.faces import Face
from desktop.documents.drawing.flow import draw_down
from desktop.documents.drawing.ink import (
    A4_HEIGHT,
    A4_WIDTH,
    BODY,
    HAIR,
    LABEL,
    MARGIN,
    MM,
    OCHRE,
    OCHRE_MIST,
    SECTION,
    SMALL,
    TEAL,
    TEAL_MIST,
    TEXT_WIDTH,
    TITLE,
    WHITE,
    Style,
)
from desktop.documents.drawing.letterhead import WINDOW_TOP, Letterhead
from desktop.documents.drawing.paper import Identity, PaperFile
from desktop.documents.drawing.pen import Pen
from desktop.documents.language.typography import unbroken
from desktop.documents.language.wording import Wording

__all__ = ["ActivationSlip", "activation_slip_pdf"]

FIRST_FOLD: Final = 99 * MM
SECOND_FOLD: Final = 198 * MM
_CODE: Final = Style(40, 46, Face.BOLD)
_LEASE: Final = Style(20, 24, Face.BOLD)
_NUMERAL: Final = Style(12, 14, Face.BOLD, WHITE)
_PERSONAL: Final = Style(15, 19, Face.BOLD)
_STEP: Final = Style(11, 15)


def activation_slip_pdf(slip: ActivationSlip, wording: Wording) -> bytes:
    """Return the slip as an A4 file of one page."""
    say = wording.translate
    identity = Identity(
        title=say("activation_slip.title"),
        author=slip.parties.landlord,
        subject=f"{say('common.lease')} {slip.parties.lease_number}",
        made_at=slip.issued_at,
        language_tag=wording.tag,
    )
    paper = PaperFile(identity, A4_WIDTH, A4_HEIGHT)
    pen = paper.page()
    frame = Letterhead(slip.parties, wording)
    frame.draw_head(pen)
    frame.draw_address(pen)
    _draw_outside(pen, wording)
    _draw_fold(pen, FIRST_FOLD, say("activation_slip.fold_back"))
    _draw_code(pen, slip, wording)
    _draw_steps(pen, slip, wording)
    _draw_fold(pen, SECOND_FOLD, say("activation_slip.fold_in"))
    _draw_caution(pen, slip, wording)
    frame.draw_foot(pen, 1, 1)
    return paper.pdf()


def _draw_outside(pen: Pen, wording: Wording) -> None:
    parts = [
        Paragraph(wording.translate("activation_slip.personal"), _PERSONAL, MARGIN, 80 * MM, 2),
        Paragraph(wording.translate("activation_slip.inside"), BODY, MARGIN, 80 * MM),
    ]
    draw_down(pen, WINDOW_TOP, parts)


def _draw_fold(pen: Pen, y: float, text: str) -> None:
    pen.dashes(0, A4_WIDTH, y, HAIR)
    pen.right(A4_WIDTH - 8 * MM, y - 3, text, SMALL)


def _draw_code(pen: Pen, slip: ActivationSlip, wording: Wording) -> None:
    say = wording.translate
    top = FIRST_FOLD + 7 * MM
    pen.text(MARGIN, baseline(top, TITLE), say("activation_slip.title"), TITLE)
    top += TITLE.leading + 2 * MM
    pen.box(MARGIN, top, TEXT_WIDTH, 27 * MM, TEAL_MIST)
    pen.frame(MARGIN, top, TEXT_WIDTH, 27 * MM, TEAL, 1.2)
    left, middle = MARGIN + 6 * MM, MARGIN + 68 * MM
    label, value = baseline(top + 4 * MM, LABEL), baseline(top + 9 * MM, _CODE)
    pen.text(left, label, say("activation_slip.lease"), LABEL)
    pen.text(left, value, slip.parties.lease_number, _LEASE)
    pen.text(middle, label, say("activation_slip.code"), LABEL)
    pen.text(middle, value, slip.grouped_code, _code_style(slip.grouped_code))
    valid = say("activation_slip.valid_until", day=wording.day(slip.valid_until))
    text = f"{valid} {say('activation_slip.replaces')}"
    Paragraph(text, BODY).draw(pen, top + 29.5 * MM)


def _code_style(code: str) -> Style:
    """As large as the frame allows."""
    room = TEXT_WIDTH - 74 * MM
    needed = faces.width(code, _CODE.face, _CODE.size)
    return _CODE if needed <= room else Style(_CODE.size * room / needed, _CODE.leading, _CODE.face)


def _draw_steps(pen: Pen, slip: ActivationSlip, wording: Wording) -> None:
    say = wording.translate
    first = "step1_web" if slip.account_web else "step1"
    steps = (first, "step2", "step3")
    top = FIRST_FOLD + 56 * MM
    pen.text(MARGIN, baseline(top, SECTION), say("activation_slip.how"), SECTION)
    top += SECTION.leading + 1.5 * MM
    for number, step in enumerate(steps, start=1):
        pen.disc(MARGIN + 3.2 * MM, top + 2.9 * MM, 3.2 * MM, TEAL)
        pen.centred(MARGIN + 3.2 * MM, top + 2.9 * MM + 4.3, str(number), _NUMERAL)
        said = say(f"activation_slip.{step}", web=slip.account_web)
        text = Paragraph(said, _STEP, MARGIN + 10 * MM, TEXT_WIDTH - 10 * MM)
        text.draw(pen, top)
        top += max(text.height, 7 * MM) + 1.2 * MM


def _draw_caution(pen: Pen, slip: ActivationSlip, wording: Wording) -> None:
    say = wording.translate
    agency = slip.parties.agency
    top = SECOND_FOLD + 8 * MM
    panel = Panel(
        (
            say("activation_slip.caution_title"),
            say("activation_slip.caution", phone=unbroken(agency.phone)),
            say("activation_slip.not_asked"),
        ),
        OCHRE_MIST,
        OCHRE,
        padding=4.5 * MM,
    )
    panel.draw(pen, top)
    issued = say(
        "activation_slip.issued",
        agency=agency.name,
        moment=wording.moment(slip.issued_at),
        cashier=slip.issued_by,
    )
    Paragraph(issued, LABEL).draw(pen, top + panel.height + 5 * MM)
