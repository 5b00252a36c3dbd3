"""The file of ledger lines: by far the longest."""

import re

from typing_extensions import override

from desktop.central.importers.kinds import Batch, FileKind, Placed, Remarks, Target
from desktop.central.importers.layout import FileColumn, Values
from desktop.central.importers.values import BadValue, code, day, often, period, signed_cents, text
from desktop.rules.ledger import KNOWN_OPERATIONS

_LABEL_PLACE = 5
_WORD = re.compile(r"[0-9A-Z_.-]+", re.ASCII)
_UNREAD_OPERATION = "?"
_UNREAD_LABEL = "(libellé non lu)"


class LedgerLines(FileKind):
    """ecritures.csv. A line is never dropped; one that the ERP rewrote is taken, and named in the report."""

    name = "ecritures.csv"
    columns = (
        FileColumn("numero_ecriture", code(40)),
        FileColumn("numero_contrat", often(code(16))),
        FileColumn("date", day, instead=None),
        FileColumn("periode", often(period), instead=None),
        FileColumn("code_operation", often(code(16, pattern=_WORD)), instead=_UNREAD_OPERATION),
        FileColumn("libelle", often(text(120, required=True)), instead=_UNREAD_LABEL),
        FileColumn("debit", signed_cents),
        FileColumn("credit", signed_cents),
    )
    weighty = frozenset({"date", "periode", "code_operation"})
    target = Target(
        "ledger_entry",
        (
            "id",
            "lease_id",
            "posted_on",
            "period",
            "operation",
            "label",
            "debit_cents",
            "credit_cents",
            "payment_id",
        ),
        stands=True,
        beside=("lease", 1),
        together=1,
        add_up=True,
    )

    def __init__(self) -> None:
        self._unknown: set[str] = set()

    @override
    def clean(self, values: Values, doubts: list[BadValue]) -> Values:
        """Without its day a line is of the first of its month, without its month of that of its day."""
        _, _, posted, month, *_ = values
        if posted is None and month is None:
            raise doubts[0]
        return (*values[:2], posted or f"{month}-01", month or posted[:7], *values[4:])

    @override
    def check(self, values: Values) -> None:
        """A line is a debit or a credit."""
        debit, credit = values[6], values[7]
        if debit and credit:
            raise BadValue("debit_and_credit", "credit")
        if not debit and not credit:
            raise BadValue("debit_or_credit_missing", "debit")

    @override
    def place(self, batch: Batch) -> list[Placed]:
        """The scope of a ledger line: its lease's."""
        leases = batch.scopes("lease", 1)
        placed = []
        for line, values in batch.records:
            scope = leases.get(values[1])
            if scope is None:
                batch.remarks.reject(line, BadValue("contract_unknown", "numero_contrat", values[1]))
            else:
                placed.append(Placed(line, scope, (*_by_side(values), None)))
                if values[4] not in KNOWN_OPERATIONS:
                    self._tell_unknown(line, values[4], batch.remarks)
        return placed

    def _tell_unknown(self, line: int, operation: str, remarks: Remarks) -> None:
        """Once a night for each code that has no word here: it counts with its sign."""
        if operation not in self._unknown and operation != _UNREAD_OPERATION:
            self._unknown.add(operation)
            remarks.warn(line, BadValue("operation_unknown", "code_operation", operation))

    @override
    def weigh(self, stored: Values, offered: Placed, remarks: Remarks) -> Values | None:
        """The ERP decides about its own lines, but nothing except a label changes without being named."""
        if stored[-1] is not None:
            raise BadValue("belongs_to_a_payment", "numero_ecriture", stored[0])
        for place, column in enumerate(self.columns):
            if stored[place] != offered.row[place] and place != _LABEL_PLACE:
                before, after = _as_written(stored[place]), _as_written(offered.row[place])
                change = BadValue("ledger_line_changed", column.name, after, before=before, after=after)
                remarks.warn(offered.line, change)
                break
        return offered.row


def _by_side(values: Values) -> Values:
    """A debit below zero is a credit, and the other way round."""
    debit, credit = values[6], values[7]
    return values if debit >= 0 <= credit else (*values[:6], max(debit, -credit, 0), max(credit, -debit, 0))


def _as_written(value: str | int) -> str:
    return f"{value // 100},{value % 100:02d}" if isinstance(value, int) else value
