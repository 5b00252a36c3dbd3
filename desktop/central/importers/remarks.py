"""Turns what is said about a line into a finding of the report, without what must not be read there."""

from desktop.central.importers.kinds import FileKind, Remarks
from desktop.central.importers.report import HIDDEN, Finding, FindingTally, shortened
from desktop.central.importers.values import BadValue


def remarks_for(kind: FileKind, rejections: FindingTally, warnings: FindingTally) -> Remarks:
    """Where to say what is wrong with the lines of `kind`."""
    secret = frozenset(column.name for column in kind.columns if column.secret)

    def finding(line: int, bad: BadValue) -> Finding:
        """A value from a secret column, or from a whole line that has one, does not leave this place."""
        hidden = bool(secret) if bad.column is None else bad.column in secret
        value = HIDDEN if hidden and bad.value else shortened(bad.value or "")
        return Finding(kind.name, line, bad.column or "", value, bad.code, bad.facts)

    return Remarks(
        reject=lambda line, bad: rejections.add(finding(line, bad)),
        warn=lambda line, bad: warnings.add(finding(line, bad)),
    )
