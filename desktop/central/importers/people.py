"""The file of persons."""

import re
from collections.abc import Mapping
from datetime import date

from typing_extensions import override

from desktop.central.importers.kinds import Batch, FileKind, Placed, Target
from desktop.central.importers.layout import FileColumn
from desktop.central.importers.values import BadValue, code, day, given, spelt, text
from desktop.central.store import UNASSIGNED_SCOPE
from desktop.models.tenant import UNKNOWN_BIRTH

_CIVILITIES = {
    "": "",
    **dict.fromkeys(("M", "MR", "MONSIEUR"), "M"),
    **dict.fromkeys(("MME", "MADAME"), "MME"),
    **dict.fromkeys(("MLLE", "MELLE", "MADEMOISELLE"), "MLLE"),
}
_LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)
_EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s.,;<>\"]{2,}")
_EMAIL_PLACE = 8
_BIRTH_PLACE = 5
UNKNOWN_DAY = UNKNOWN_BIRTH.isoformat()


class Tenants(FileKind):
    """locataires.csv. `homes` says which agency tonight's contracts give each person; nobody's otherwise."""

    name = "locataires.csv"
    columns = (
        FileColumn("code_locataire", code(16)),
        FileColumn("civilite", spelt(_CIVILITIES), instead=""),
        FileColumn("nom", given(80, required=True)),
        FileColumn("prenom", given(80), instead=""),
        FileColumn("nom_usage", given(80), instead=""),
        FileColumn("date_naissance", day, instead=UNKNOWN_DAY),
        FileColumn("telephone_mobile", given(24), instead=""),
        FileColumn("telephone_fixe", given(24), instead=""),
        FileColumn("courriel", text(120), instead=""),
        FileColumn("langue", code(3, pattern=_LANGUAGE), instead="fr"),
    )
    target = Target(
        "tenant",
        (
            "id",
            "civility",
            "last_name",
            "first_name",
            "usage_name",
            "birth_date",
            "mobile_phone",
            "home_phone",
            "email",
            "language",
        ),
        remembered=True,
        follows=True,
        several=True,
    )

    def __init__(self, today: date, homes: Mapping[str, str]) -> None:
        self._today = today.isoformat()
        self._homes = homes

    @override
    def place(self, batch: Batch) -> list[Placed]:
        """A person is where their lease is; an address that is none is left out, with a warning."""
        placed = []
        for line, values in batch.records:
            row = values
            if values[_BIRTH_PLACE] > self._today:
                bad = BadValue("birth_date_in_future", "date_naissance", values[_BIRTH_PLACE])
                batch.remarks.warn(line, bad)
                row = (*values[:_BIRTH_PLACE], UNKNOWN_DAY, *values[_BIRTH_PLACE + 1 :])
            email = values[_EMAIL_PLACE]
            if email and _EMAIL.fullmatch(email) is None:
                batch.remarks.warn(line, BadValue("email_malformed", "courriel", email))
                row = (*row[:_EMAIL_PLACE], "", *row[_EMAIL_PLACE + 1 :])
            placed.append(Placed(line, self._homes.get(values[0], UNASSIGNED_SCOPE), row))
        return placed
