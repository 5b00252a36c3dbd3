"""The file of ledger lines: by far the longest."""

from typing_extensions import override

from desktop.central.importers.kinds import Batch, FileKind, Placed, Remarks, Target
from desktop.central.importers.layout import FileColumn, Values
from desktop.central.importers.values import BadValue, cents, code, day, often, one_of, period, text

OPERATIONS = frozenset({"LOYER", "PCHARGES", "APL", "RLS", "SLS", "REGUL", "REGLT"})
"""The ERP's operation codes: shared data, README."""

_LABEL_PLACE = 5


class LedgerLines(FileKind):
    """ecritures.csv. A line is never dropped; one that the ERP rewrote is taken, and named in the report."""

    name = "ecritures.csv"
    columns = (
        FileColumn("numero_ecriture", code(40)),
        FileColumn("numero_contrat", often(code(16))),
        FileColumn("date", day),
        FileColumn("periode", often(period)),
        FileColumn("code_operation", often(one_of(OPERATIONS))),
        FileColumn("libelle", often(text(120, required=True))),
        FileColumn("debit", cents),
        FileColumn("credit", cents),
    )
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
                placed.append(Placed(line, scope, (*values, None)))
        return placed

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


def _as_written(value: str | int) -> str:
    return f"{value // 100},{value % 100:02d}" if isinstance(value, int) else value
