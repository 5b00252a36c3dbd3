"""Who may have each command done, from where and about what, is what was agreed: nothing opens by a slip."""

import pytest

from desktop.rules.role import AT_THE_DESK, Role
from desktop.services.about import no_lease
from desktop.services.catalogue import ENTRIES
from desktop.services.entry import Entry, Files, Restamped
from tests.unit.services.examples import AGREED

DESK = {role.value for role in AT_THE_DESK}
STAFF = {role.value for role in Role}


def in_words(entry: Entry) -> str:
    """What the command says about itself: `desk` are all who receive tenants."""
    by = {each.value for each in entry.by}
    staff = {"all staff"} | (by - STAFF) if by >= STAFF else {"desk"} | (by - DESK) if by >= DESK else by
    where = sorted(kind.value for kind in entry.stations)
    follows = "of a lease wherever it moved" if entry.follows_its_lease else "of a lease that is here"
    about = "of no lease" if entry.about is no_lease else follows
    return f"{', '.join(sorted(staff))}; {' and '.join(where)}; {about}"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.kind)
def test_a_command_is_open_to_those_it_was_agreed_for(entry: Entry) -> None:
    agreed = AGREED.get(entry.kind)
    assert agreed == in_words(entry), (
        f"{entry.kind} is agreed as {agreed!r}: if its Entry is right, say so in AGREED beside its example"
    )


def test_these_commands_and_no_others_give_receipts_are_done_at_once_or_have_something_follow() -> None:
    receipts = {entry.kind for entry in ENTRIES if entry.issues_receipt}
    at_once = {entry.kind for entry in ENTRIES if entry.many}
    followed = {entry.kind: [type(each) for each in entry.after] for entry in ENTRIES if entry.after}
    assert receipts == {"payment.take", "charge.settle", "charge.resolve"}
    assert at_once == {"payment.take"}
    assert followed == {"account.activate": [Restamped], "request.open": [Files]}
