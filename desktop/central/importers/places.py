"""The files that say where people live: agencies and dwellings."""

import re

from typing_extensions import override

from desktop.central.importers.kinds import Batch, FileKind, Placed, Target
from desktop.central.importers.layout import Column, Values
from desktop.central.importers.values import BadValue, cents, code, flag, one_of, text, whole
from desktop.central.store import UNASSIGNED_SCOPE
from desktop.models.everything import GLOBAL_SCOPE

_POSTAL_CODE = re.compile(r"\d{5}", re.ASCII)
_CITY_CODE = re.compile(r"\d[0-9AB]\d{3}", re.ASCII)
_CREDITOR = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}", re.ASCII)
_CLASSES = frozenset({"", "A", "B", "C", "D", "E", "F", "G"})


class Agencies(FileKind):
    """agences.csv: the agencies of the landlord, known to every station."""

    name = "agences.csv"
    columns = (
        Column("code", code(16)),
        Column("nom", text(80, required=True)),
        Column("adresse", text(120)),
        Column("code_postal", code(5, pattern=_POSTAL_CODE)),
        Column("commune", text(60, required=True)),
        Column("telephone", text(24)),
        Column("courriel", text(120)),
        Column("horaires", text(200)),
        Column("ics", code(35, required=False, pattern=_CREDITOR)),
    )
    target = Target(
        "agency",
        (
            "id",
            "name",
            "address",
            "postal_code",
            "city",
            "phone",
            "email",
            "opening_hours",
            "creditor_identifier",
        ),
        remembered=True,
    )

    @override
    def check(self, values: Values) -> None:
        """An agency's code is also the name of its scope."""
        if values[0] in {GLOBAL_SCOPE, UNASSIGNED_SCOPE}:
            raise BadValue("code_reserved", "code", values[0])

    @override
    def place(self, batch: Batch) -> list[Placed]:
        """Every agency is of global scope."""
        return [Placed(record.line, GLOBAL_SCOPE, record.values) for record in batch.records]


class Dwellings(FileKind):
    """logements.csv: the dwellings, in the columns of the RPLS declaration."""

    name = "logements.csv"
    columns = (
        Column("IDENT_REP", code(24)),
        Column("NUMVOIE", text(10)),
        Column("TYPVOIE", text(30)),
        Column("NOMVOIE", text(80)),
        Column("BAT", text(20)),
        Column("ESC", text(20)),
        Column("ETAGE", text(10)),
        Column("NUMAPPT", text(20)),
        Column("CODEPOSTAL", code(5, pattern=_POSTAL_CODE)),
        Column("LIBCOM", text(60, required=True)),
        Column("DEPCOM", code(5, pattern=_CITY_CODE)),
        Column("TYPECONST", one_of(frozenset({"C", "I", "E"}))),
        Column("NBPIECE", whole(1, 99)),
        Column("SURFHAB", cents),
        Column("CONSTRUCT", whole(1000, 2100, required=False)),
        Column("FINAN", code(4)),
        Column("CONV", flag({"0": 0, "1": 1, "2": 0})),
        Column("DPEENERGIE", one_of(_CLASSES)),
        Column("DPESERRE", one_of(_CLASSES)),
        Column("QPV", flag({"0": 0, "1": 1, "2": 0})),
        Column("CODE_AGENCE", code(16)),
        Column("CODE_RESIDENCE", text(24)),
    )
    target = Target(
        "dwelling",
        (
            "id",
            "street_number",
            "street_type",
            "street_name",
            "building",
            "staircase",
            "floor",
            "door",
            "postal_code",
            "city",
            "city_code",
            "kind",
            "rooms",
            "surface",
            "built_in",
            "financing",
            "regulated",
            "energy_class",
            "emission_class",
            "priority_district",
            "agency_id",
            "residence",
        ),
        remembered=True,
        leads=True,
    )

    @override
    def place(self, batch: Batch) -> list[Placed]:
        """A dwelling belongs to its agency."""
        agencies = batch.scopes("agency", 20)
        placed = []
        for record in batch.records:
            agency = record.values[20]
            if agency in agencies:
                placed.append(Placed(record.line, agency, record.values))
            else:
                batch.remarks.reject(record.line, BadValue("agency_unknown", "CODE_AGENCE", agency))
        return placed
