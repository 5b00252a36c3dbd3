"""A walk through the warnings of an agency: an agent reads of them, the manager settles them."""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import update

from desktop.models.staff import Staff
from desktop.models.warning import WarningRow
from desktop.rules.role import Role
from desktop.views.counter.attention.view import AttentionView
from tests.unit.services.rows import warning
from tests.views.counter.kit import LOGIN, Desk


def as_manager(desk: Desk) -> None:
    """Nadia manages the agency now."""
    staff = desk.shell.shift.staff
    assert staff is not None
    desk.shell.shift.staff = replace(staff, role=Role.AGENCY_MANAGER)
    with desk.station.replica.current.database.write() as session:
        session.get_one(Staff, staff.login).role = Role.AGENCY_MANAGER


def tour(desk: Desk) -> Iterator[str]:
    capped = warning("w2", code="cash_cap", actor=f"staff:{LOGIN}", amount_cents=120_000)
    unheard = warning("w3", code="evidence_missing", kind="charge.settle", actor="", means="card")
    nothing = {"kind": "", "actor": "", "about_lease": "", "amount_cents": None, "means": ""}
    copied = warning("w4", code="another_life", **nothing)
    slow = warning("w5", code="clock_wrong", **nothing)
    desk.add(warning(), capped, unheard, copied, slow)
    desk.pages.go("attention")
    yield "warnings"
    desk.pages.go("search")
    as_manager(desk)
    desk.pages.go("attention")
    yield "warnings-manager"
    desk.pages.press("Ctrl+Return")
    yield "warnings-wordless"
    view = desk.pages.view(AttentionView)
    view.table.selectRow(1)
    desk.pages.type(view.word, "Deux versements du même mois.")
    desk.pages.press("Ctrl+Return")
    yield "warnings-own"
    view.table.selectRow(3)
    desk.settle()
    yield "warnings-copied"
    view.table.selectRow(4)
    desk.settle()
    yield "warnings-clock"
    _settled_elsewhere(desk)


def _settled_elsewhere(desk: Desk) -> None:
    """The other screens' walks go on without them."""
    with desk.station.replica.current.database.write() as session:
        session.execute(update(WarningRow).values(state="confirmed"))
