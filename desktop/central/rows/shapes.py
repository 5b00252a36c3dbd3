"""What each kind of station may hold: its tables, the columns it never sees, the rows it never sees."""

from dataclasses import dataclass
from typing import Final

from desktop.errors import NotAllowed
from desktop.models.everything import synced_tables

_ACTIVATED = "(SELECT id FROM tenant_account)"
_LEASES = f"FROM lease WHERE id IN {_ACTIVATED}"


@dataclass(frozen=True, slots=True)
class Part:
    """One table of a shape. `only`: an SQL condition on its rows; `hidden`: columns that stay at central."""

    table: str
    only: str = ""
    hidden: frozenset[str] = frozenset()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that travel, in the table's order."""
        return tuple(
            column.name for column in synced_tables()[self.table].c if column.name not in self.hidden
        )


@dataclass(frozen=True, slots=True)
class Shape:
    """All that one kind of station receives; `name` changes whenever its parts do."""

    name: str
    parts: tuple[Part, ...]


def _of_activated(table: str) -> Part:
    return Part(table, f"lease_id IN {_ACTIVATED}")


COUNTER: Final = Shape(
    "counter.v1",
    (
        Part("agency"),
        Part("landlord"),
        Part("parameter"),
        Part("device", "NOT revoked"),
        Part("staff", "active"),
        Part("dwelling"),
        Part("tenant"),
        Part("lease"),
        Part("ledger_entry"),
        Part("payment"),
        Part("payment_allocation"),
        Part("receipt"),
        Part("card_charge"),
        Part("tenant_account", hidden=frozenset({"password_hash"})),
        Part("activation_code", hidden=frozenset({"digest"})),
        Part("attempt"),
        Part("service_request"),
        Part("request_event"),
        Part("request_photo"),
    ),
)
"""A counter holds its agency's files, but no tenant's password and no activation code."""

KIOSK: Final = Shape(
    "kiosk.v1",
    (
        Part("agency"),
        Part("landlord"),
        Part("parameter"),
        Part("device", "NOT revoked"),
        Part("dwelling", f"id IN (SELECT dwelling_id {_LEASES})"),
        Part(
            "tenant",
            f"id IN (SELECT holder_id {_LEASES} UNION SELECT co_holder_id {_LEASES})",
        ),
        Part("lease", f"id IN {_ACTIVATED}", frozenset({"iban", "bic", "mandate_reference"})),
        _of_activated("ledger_entry"),
        _of_activated("payment"),
        _of_activated("payment_allocation"),
        _of_activated("receipt"),
        _of_activated("card_charge"),
        Part("tenant_account"),
        Part("attempt", "id LIKE 'sign_in:%'"),
        _of_activated("service_request"),
        _of_activated("request_event"),
        _of_activated("request_photo"),
    ),
)
"""A kiosk holds only the files of tenants with an activated account, and no staff."""

_BY_KIND: Final = {"counter": COUNTER, "kiosk": KIOSK}


def shape_of(kind: str) -> Shape:
    """The shape of a kind of station. Raises NotAllowed for a kind that receives nothing."""
    if kind not in _BY_KIND:
        raise NotAllowed("device_kind_unknown", kind=kind)
    return _BY_KIND[kind]
