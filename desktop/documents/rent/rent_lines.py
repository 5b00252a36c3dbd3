"""The table of a rent receipt: rent, then charges, then what others paid, each with its sum."""

from typing import Final

from desktop.documents.drawing.blocks import White
from desktop.documents.drawing.flow import Block
from desktop.documents.drawing.ink import BODY, HAIR, MM, NAVY, STRONG, TEAL, Ink, Style
from desktop.documents.drawing.table import PaperColumn, Row
from desktop.documents.language.wording import Wording
from desktop.documents.rent.rent_record import LineKind, RentLine, RentReceipt

_COLUMNS: Final = (PaperColumn(0, 132 * MM), PaperColumn(134 * MM, 170 * MM, figures=True))
_GROUPS: Final = (
    ("rent", (LineKind.RENT, LineKind.SLS, LineKind.RLS)),
    ("charges", (LineKind.CHARGES, LineKind.ADJUSTMENT)),
    ("others", (LineKind.OTHER,)),
)
_GROUP_GAP: Final = 4.0
_PADDING: Final = 1.5
_PAID: Final = Style(12, 16, STRONG.face, TEAL)


def rent_rows(receipt: RentReceipt, wording: Wording) -> list[Block]:
    """The rows from the first line of rent to what the tenant paid."""
    rows: list[Block] = []
    for name, kinds in _GROUPS:
        rows += _group(name, receipt.of(*kinds), wording)
    benefits = receipt.of(LineKind.HOUSING_BENEFIT)
    if benefits:
        before = receipt.total_cents - _sum(benefits)
        rows += [_row(_say(wording, "total_term"), before, wording, STRONG, NAVY), White(_GROUP_GAP)]
        rows += [_line(line, wording) for line in benefits]
    paid = _say(wording, "total_paid" if receipt.total_cents >= 0 else "total_credit")
    return [*rows, _row(paid, abs(receipt.total_cents), wording, _PAID, NAVY)]


def _group(name: str, lines: tuple[RentLine, ...], wording: Wording) -> list[Block]:
    """Lines of one nature, their sum where there are several, white after."""
    if not lines and name == "charges":
        lines = (RentLine(kind=LineKind.CHARGES, cents=0, label=_say(wording, "no_charges")),)
    if not lines:
        return []
    rows: list[Block] = [_line(line, wording) for line in lines]
    if len(lines) > 1:
        rows.append(_row(_say(wording, f"subtotal_{name}"), _sum(lines), wording, STRONG, NAVY))
    return [*rows, White(_GROUP_GAP)]


def _line(line: RentLine, wording: Wording) -> Row:
    return _row(line.label or _say(wording, line.kind), line.cents, wording)


def _row(label: str, cents: int, wording: Wording, style: Style = BODY, rule: Ink = HAIR) -> Row:
    cells = (label, wording.money(cents))
    return Row(cells=cells, columns=_COLUMNS, style=style, rule=rule, padding=_PADDING)


def _sum(lines: tuple[RentLine, ...]) -> int:
    return sum(line.cents for line in lines)


def _say(wording: Wording, key: str) -> str:
    return wording.translate(f"rent_receipt.{key}")
