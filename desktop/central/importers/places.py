"""The files that say where people live: agencies and dwellings."""

import re

from typing_extensions import override

from desktop.central.importers.kinds import Batch, FileKind, Placed, Target
from desktop.central.importers.layout import FileColumn, Values
from desktop.central.importers.values import BadValue, cents, code, flag, one_of, text, whole
from desktop.central.store import UNASSIGNED_SCOPE
from desktop.models.entity import GLOBAL_SCOPE

_POSTAL_CODE = re.compile(r"\d{5}", re.ASCII)
_CITY_CODE = re.compile(r"\d[0-9AB]\d{3}", re.ASCII)
_CREDITOR = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{3}[A-Z0-9]{1,28}", re.ASCII)
_CLASSES = frozenset({"", "A", "B", "C", "D", "E", "F", "G"})


class Agencies(FileKind):
    """agences.csv: the agencies of the landlord, known to every station."""

    name = "agences.csv"
    columns = (
        FileColumn("code", code(16)),
        FileColumn("nom", text(80, required=True)),
        FileColumn("adresse", text(120), instead=""),
        FileColumn("code_postal", code(5, pattern=_POSTAL_CODE), instead=""),
        FileColumn("commune", text(60, required=True), instead=""),
        FileColumn("telephone", text(24), instead=""),
        FileColumn("courriel", text(120), instead=""),
        FileColumn("horaires", text(200), instead=""),
        FileColumn("ics", code(35, required=False, pattern=_CREDITOR), instead=""),
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
        FileColumn("IDENT_REP", code(24)),
        FileColumn("NUMVOIE", text(10), instead=""),
        FileColumn("TYPVOIE", text(30), instead=""),
        FileColumn("NOMVOIE", text(80), instead=""),
        FileColumn("BAT", text(20), instead=""),
        FileColumn("ESC", text(20), instead=""),
        FileColumn("ETAGE", text(10), instead=""),
        FileColumn("NUMAPPT", text(20), instead=""),
        FileColumn("CODEPOSTAL", code(5, pattern=_POSTAL_CODE), instead=""),
        FileColumn("LIBCOM", text(60, required=True), instead=""),
        FileColumn("DEPCOM", code(5, pattern=_CITY_CODE), instead=""),
        FileColumn("TYPECONST", one_of(frozenset({"C", "I", "E"})), instead=""),
        FileColumn("NBPIECE", whole(1, 99), instead=0),
        FileColumn("SURFHAB", cents, instead=0),
        FileColumn("CONSTRUCT", whole(1000, 2100, required=False), instead=None),
        FileColumn("FINAN", code(4), instead=""),
        FileColumn("CONV", flag({"0": 0, "1": 1, "2": 0}), instead=0),
        FileColumn("DPEENERGIE", one_of(_CLASSES), instead=""),
        FileColumn("DPESERRE", one_of(_CLASSES), instead=""),
        FileColumn("QPV", flag({"0": 0, "1": 1, "2": 0}), instead=0),
        FileColumn("CODE_AGENCE", code(16)),
        FileColumn("CODE_RESIDENCE", text(24), instead=""),
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
