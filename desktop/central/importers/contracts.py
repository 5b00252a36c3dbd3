"""The files that hang on a dwelling and its people: leases and the letters with their activation codes."""

import re
from collections.abc import Container, Iterable
from datetime import date, timedelta

from stdnum import iban
from typing_extensions import override

from desktop.central.importers.kinds import Batch, FileKind, Placed, Remarks, Target
from desktop.central.importers.layout import FileColumn, Values
from desktop.central.importers.lookup import lookup
from desktop.central.importers.values import (
    BadValue,
    code,
    day,
    day_or_none,
    required_cents,
    text,
    whole,
)
from desktop.errors import Refused
from desktop.rules.parameters import ACTIVATION_CODE_VALIDITY_DAYS, Parameter, in_force
from desktop.security.codes import keyed_digest

_LEASE_NUMBER = re.compile(r"[0-9A-Z][0-9A-Z-]*", re.ASCII)
_ACTIVATION_CODE = re.compile(r"[2-9A-HJ-NP-Z]{10}", re.ASCII)
_WORD = re.compile(r"[A-Z0-9_]+", re.ASCII)
_IBAN_PLACE = 15
UNREAD = "?"
"""No code of a person: that of a co-holder could not be read."""

ISSUED_BY_ERP = "erp"


class Leases(FileKind):
    """contrats.csv: who holds which dwelling, since when, for how much."""

    name = "contrats.csv"
    columns = (
        FileColumn("numero_contrat", code(16, pattern=_LEASE_NUMBER)),
        FileColumn("IDENT_REP", code(24)),
        FileColumn("code_locataire", code(16)),
        FileColumn("code_colocataire", code(16, required=False), instead=UNREAD),
        FileColumn("date_effet", day),
        FileColumn("date_fin", day_or_none, instead=None),
        FileColumn("type_bail", code(16, pattern=_WORD), instead=""),
        FileColumn("depot_garantie", required_cents, instead=0),
        FileColumn("loyer_hc", required_cents, instead=0),
        FileColumn("provision_charges", required_cents, instead=0),
        FileColumn("apl", required_cents, instead=0),
        FileColumn("rls", required_cents, instead=0),
        FileColumn("sls", required_cents, instead=0),
        FileColumn("mode_paiement", code(16, pattern=_WORD), instead=""),
        FileColumn("jour_prelevement", whole(1, 31, required=False), instead=None),
        FileColumn("iban", text(42), secret=True, instead=""),
        FileColumn("bic", text(11), instead=""),
        FileColumn("rum", text(35), instead=""),
        FileColumn("date_mandat", day_or_none, instead=None),
        FileColumn("assurance_compagnie", text(60), instead=""),
        FileColumn("assurance_police", text(40), instead=""),
        FileColumn("assurance_echeance", day_or_none, instead=None),
    )
    target = Target(
        "lease",
        (
            "id",
            "dwelling_id",
            "holder_id",
            "co_holder_id",
            "starts_on",
            "ends_on",
            "kind",
            "deposit_cents",
            "rent_cents",
            "charges_cents",
            "housing_benefit_cents",
            "solidarity_reduction_cents",
            "solidarity_supplement_cents",
            "payment_means",
            "debit_day",
            "iban",
            "bic",
            "mandate_reference",
            "mandate_signed_on",
            "insurer",
            "insurance_policy",
            "insured_until",
        ),
        remembered=True,
        follows=True,
        leads=True,
    )

    @override
    def check(self, values: Values) -> None:
        """A lease does not end before it starts."""
        if values[5] is not None and values[5] < values[4]:
            raise BadValue("end_before_start", "date_fin")

    @override
    def place(self, batch: Batch) -> list[Placed]:
        """A lease is in its dwelling's agency; dwelling and holders must be known."""
        dwellings, tenants = batch.scopes("dwelling", 1), batch.scopes("tenant", 2, 3)
        placed = []
        for line, read in batch.records:
            values = self._with_co_holder(line, read, tenants, batch)
            _, dwelling, holder, *_ = values
            if dwelling not in dwellings:
                batch.remarks.reject(line, BadValue("dwelling_unknown", "IDENT_REP", dwelling))
            elif holder not in tenants:
                batch.remarks.reject(line, BadValue("tenant_unknown", "code_locataire", holder))
            else:
                row = self._row(line, values, batch.remarks)
                placed.append(Placed(line, dwellings[dwelling], row))
        return placed

    def _with_co_holder(self, line: int, values: Values, tenants: Container[str], batch: Batch) -> Values:
        """The holder is no co-holder besides; for one who is not known or not read, whoever was it stays."""
        lease, _, holder, co_holder, *_ = values
        if not co_holder or (co_holder in tenants and co_holder != holder):
            return values
        if co_holder == holder:
            batch.remarks.warn(line, BadValue("co_holder_is_holder", "code_colocataire", co_holder))
            return (*values[:3], "", *values[4:])
        if co_holder is not UNREAD:
            batch.remarks.warn(line, BadValue("tenant_unknown", "code_colocataire", co_holder))
        before = lookup(batch.connection, "lease", ("id", "co_holder_id"), [lease]).get(lease)
        return (*values[:3], before[1] if before and before[1] != holder else "", *values[4:])

    def _row(self, line: int, values: Values, remarks: Remarks) -> Values:
        number = "".join(values[_IBAN_PLACE].split()).upper()
        if number and not iban.is_valid(number):
            remarks.warn(line, BadValue("iban_doubtful", "iban", number))
        row = list(values)
        row[3] = row[3] or None
        row[_IBAN_PLACE] = number
        return tuple(row)


class ActivationLetters(FileKind):
    """activations.csv: the code of the letter each tenant got. Only its keyed digest is kept."""

    name = "activations.csv"
    columns = (
        FileColumn("numero_contrat", code(16, pattern=_LEASE_NUMBER)),
        FileColumn("code_activation", code(10, pattern=_ACTIVATION_CODE), secret=True),
        FileColumn("date_courrier", day),
    )
    target = Target(
        "activation_code",
        ("id", "digest", "issued_on", "expires_on", "used_at", "issued_by"),
        beside=("lease", 0),
    )

    def __init__(self, pepper: bytes, parameters: Iterable[Parameter]) -> None:
        self._pepper = pepper
        self._parameters = tuple(parameters)

    @override
    def place(self, batch: Batch) -> list[Placed]:
        """The scope of an activation code: its lease's."""
        leases = batch.scopes("lease", 0)
        placed = []
        for line, (lease, letter_code, written) in batch.records:
            if lease not in leases:
                batch.remarks.reject(line, BadValue("contract_unknown", "numero_contrat", lease))
                continue
            try:
                expires = self._expiry(date.fromisoformat(written))
            except Refused as refusal:
                batch.remarks.reject(line, BadValue(refusal.code, "date_courrier", written, **refusal.facts))
                continue
            digest = keyed_digest(self._pepper, letter_code)
            row = (lease, digest, written, expires, None, ISSUED_BY_ERP)
            placed.append(Placed(line, leases[lease], row))
        return placed

    def _expiry(self, written: date) -> str:
        days = in_force(self._parameters, ACTIVATION_CODE_VALIDITY_DAYS, written)
        return (written + timedelta(days=days)).isoformat()

    @override
    def weigh(self, stored: Values, offered: Placed, remarks: Remarks) -> Values | None:
        """An older letter never replaces a code that was used, or printed at a counter since.

        The ERP may correct the unused code of a letter of the same day.
        """
        _, digest, issued_on, _, used_at, issued_by = stored
        _, new_digest, written, *_ = offered.row
        correction = issued_by == ISSUED_BY_ERP and used_at is None and written == issued_on
        if written > issued_on or (correction and digest != new_digest):
            return offered.row
        return None
