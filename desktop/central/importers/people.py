"""The file of persons."""

import re
from collections.abc import Mapping
from datetime import date

from typing_extensions import override

from desktop.central.importers.kinds import Batch, FileKind, Placed, Target
from desktop.central.importers.layout import FileColumn, Values
from desktop.central.importers.values import BadValue, code, day, one_of, text
from desktop.central.store import UNASSIGNED_SCOPE

_CIVILITIES = frozenset({"", "M", "MME", "MLLE"})
_LANGUAGE = re.compile(r"[a-z]{2,3}", re.ASCII)
_EMAIL = re.compile(r"[^@\s,;<>\"]+@[^@\s,;<>\"]+\.[^@\s.,;<>\"]{2,}")
_EMAIL_PLACE = 8


class Tenants(FileKind):
    """locataires.csv. `homes` says which agency tonight's contracts give each person; nobody's otherwise."""

    name = "locataires.csv"
    columns = (
        FileColumn("code_locataire", code(16)),
        FileColumn("civilite", one_of(_CIVILITIES)),
        FileColumn("nom", text(80, required=True)),
        FileColumn("prenom", text(80)),
        FileColumn("nom_usage", text(80)),
        FileColumn("date_naissance", day),
        FileColumn("telephone_mobile", text(24)),
        FileColumn("telephone_fixe", text(24)),
        FileColumn("courriel", text(120)),
        FileColumn("langue", code(3, pattern=_LANGUAGE)),
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
    def check(self, values: Values) -> None:
        """Refuses a birth date in the future."""
        if values[5] > self._today:
            raise BadValue("birth_date_in_future", "date_naissance")

    @override
    def place(self, batch: Batch) -> list[Placed]:
        """A person is where their lease is; an address that is none is left out, with a warning."""
        placed = []
        for line, values in batch.records:
            row = values
            email = values[_EMAIL_PLACE]
            if email and _EMAIL.fullmatch(email) is None:
                batch.remarks.warn(line, BadValue("email_malformed", "courriel", email))
                row = (*values[:_EMAIL_PLACE], "", *values[_EMAIL_PLACE + 1 :])
            placed.append(Placed(line, self._homes.get(values[0], UNASSIGNED_SCOPE), row))
        return placed
