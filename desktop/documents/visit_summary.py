"""The summary of a visit: everything that was done, on one sheet to take home."""

from typing import Final

from desktop.documents.drawing.blocks import Panel, Paragraph, White
from desktop.documents.drawing.faces import Face
from desktop.documents.drawing.flow import Block
from desktop.documents.drawing.ink import MM, SECTION, TEAL, TEAL_MIST, Style
from desktop.documents.drawing.letter import Letter
from desktop.documents.drawing.table import PaperColumn, Row, head
from desktop.documents.language.typography import BOLD, unbroken
from desktop.documents.language.wording import Wording, local_day
from desktop.documents.visit_record import VisitAct, VisitItem, VisitSummary

__all__ = ["VisitAct", "VisitItem", "VisitSummary", "visit_summary_pdf"]

_COLUMNS: Final = (
    PaperColumn(0, 22 * MM),
    PaperColumn(24 * MM, 138 * MM),
    PaperColumn(140 * MM, 170 * MM, figures=True),
)
_DAY: Final = Style(18, 24, Face.BOLD, TEAL)


def visit_summary_pdf(summary: VisitSummary, wording: Wording) -> bytes:
    """Return the summary as an A4 file."""
    say = wording.translate
    day = wording.day(local_day(summary.started_at))
    agency = summary.parties.agency
    served = say("visit_summary.served_by", name=summary.served_by) if summary.served_by else ""
    start, end = wording.time(summary.started_at), wording.time(summary.ended_at)
    when = say("visit_summary.when", start=start, end=end)
    letter = Letter(
        parties=summary.parties,
        wording=wording,
        made_at=summary.ended_at,
        title=say("visit_summary.title"),
        hero=day,
        hero_style=_DAY,
        under=tuple(
            filter(None, (when, agency.name, served, f"{say('common.lease')} {summary.parties.lease_number}"))
        ),
        subject=f"{say('visit_summary.title')}, {day}",
    )
    texts = (say("visit_summary.not_receipt"), say("visit_summary.wrong", phone=unbroken(agency.phone)))
    return letter.pdf([*_items(summary, wording), White(6 * MM), Panel(texts, TEAL_MIST, TEAL)])


def _items(summary: VisitSummary, wording: Wording) -> list[Block]:
    say = wording.translate
    title = Paragraph(say("visit_summary.done"), SECTION, keep=True, after=1)
    if not summary.items:
        return [title, Paragraph(say("visit_summary.nothing"))]
    names = ("column_time", "column_act", "column_amount")
    heading = head(tuple(say(f"visit_summary.{name}") for name in names), _COLUMNS)
    return [title, heading, *(_row(item, heading, wording) for item in summary.items)]


def _row(item: VisitItem, heading: Row, wording: Wording) -> Row:
    number = wording.translate("common.number", number=item.number) if item.number else ""
    more = ", ".join(filter(None, (item.detail, number)))
    act = f"{BOLD}{wording.translate(f'visit_summary.{item.act}')}{BOLD}"
    cells = (
        wording.time(item.at),
        f"{act}\n{more}" if more else act,
        "" if item.cents is None else wording.money(item.cents),
    )
    return Row(cells=cells, columns=_COLUMNS, heading=heading)
