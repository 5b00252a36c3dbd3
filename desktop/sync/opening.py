"""Opening a journal with suspicion: one that is damaged is salvaged before anybody builds on it."""

import logging
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import select

from desktop.errors import StoreDamaged
from desktop.security.vault import Vault
from desktop.sync.exchange.admission import Admission
from desktop.sync.journal import salvage
from desktop.sync.journal.journal import Journal, check_links
from desktop.sync.journal.salvage import Owner
from desktop.sync.journal.tables import JournalMeta
from desktop.sync.journal.write_ahead import is_damaged

_log = logging.getLogger(__name__)


def open_journal(
    path: Path,
    key: bytes,
    device_id: str,
    private_key: bytes,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    *,
    had_one: bool = False,
) -> Journal:
    """The journal at `path`; a damaged one is replaced by what can be proven of it.

    Where there never was one it is made. Where there was (`had_one`, or what lies beside it says so) and it
    is gone, another incarnation begins, with a report of the damage. Raises StoreDamaged when a file is there
    of which nothing can be proven, Refused("journal_newer"), StoreFull: the files are then as they were.
    """
    journal = _opened(path, Owner(key, device_id, private_key), clock, had_one=had_one)
    _suspicion(path).unlink(missing_ok=True)
    journal.database.on_damage = partial(_suspect, path)
    return journal


def _opened(path: Path, owner: Owner, clock: Callable[[], datetime], *, had_one: bool) -> Journal:
    begun = salvage.interrupted(path)
    if begun is None:
        try:
            return _sound(path, owner, had_one=had_one or _has_traces(path))
        except StoreDamaged as damage:
            if damage.code == "store_cannot_open":
                raise
            _log.exception("the journal is damaged, or gone")
            begun = salvage.set_aside(path, clock())
    salvage.salvage(path, begun, owner, clock())
    return Journal.open(path, owner.key, owner.device_id, owner.private_key)


def without_a_past(journal: Journal, path: Path, vault: Vault, device_id: str) -> Journal:
    """The journal of a revoked station whose commands a proven backup holds: another, under another key.

    Of the file before, and of every copy of it, nothing can be read any more. Any other journal stays.
    """
    admission = Admission(journal)
    if not admission.is_emptied or admission.is_gone or journal.head:
        return journal
    receipts, incarnation = journal.receipts, journal.meta("incarnation") or b""
    journal.database.close()
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()
    # Were the power cut here, the next journal would be told once more that it is revoked.
    fresh = Journal.open(path, vault.renew("journal_key"), device_id, vault.device_key)
    fresh.skip_receipts(receipts)
    fresh.set_meta("incarnation", incarnation)
    Admission(fresh).gone()
    return fresh


def _sound(path: Path, owner: Owner, *, had_one: bool) -> Journal:
    ahead = path.with_name(f"{path.name}-wal")
    if had_one and _is_gone(path):
        raise StoreDamaged("journal_gone", store=path.name)
    if ahead.exists() and is_damaged(ahead.read_bytes()):
        # SQLite would pass over what comes after the damage, committed or not, and say nothing.
        raise StoreDamaged("journal_tail_damaged", store=path.name)
    journal = Journal.open(path, owner.key, owner.device_id, owner.private_key)
    try:
        if _suspicion(path).exists():
            _require_whole(journal)
        check_links(journal.database)
        made_anew = had_one and _is_blank(journal)
    except BaseException:
        journal.database.close()
        raise
    if made_anew:
        journal.database.close()
        path.unlink()
        raise StoreDamaged("journal_gone", store=path.name)
    return journal


def _suspicion(path: Path) -> Path:
    return path.with_name(f"{path.name}.suspect")


def _suspect(path: Path) -> None:
    """Notes that a page could not be read, so that the next start reads every page."""
    with suppress(OSError):
        _suspicion(path).touch()


def _require_whole(journal: Journal) -> None:
    """Reads every page, which takes a second for 150 MB."""
    with journal.database.read() as session:
        connection = session.connection()
        garbled = connection.exec_driver_sql("PRAGMA cipher_integrity_check").first()
        verdict = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
    if garbled is not None or verdict != "ok":
        raise StoreDamaged("journal_page_damaged", store=journal.database.name)


def _is_gone(path: Path) -> bool:
    return not path.exists() or not path.stat().st_size


def _is_blank(journal: Journal) -> bool:
    """Whether nothing was ever kept in it: every station keeps its first fact as soon as it opens."""
    with journal.database.read() as session:
        return journal.head == 0 and session.scalar(select(JournalMeta.key).limit(1)) is None


def _has_traces(path: Path) -> bool:
    """Whether something lies here that only a station with a journal leaves behind."""
    ahead = [f"{path.name}-wal"] if _is_gone(path) else []
    patterns = ("cache-*.db", f"{path.name}.before-*", f"{path.name}.damaged-*", *ahead)
    return any(found.stat().st_size for pattern in patterns for found in path.parent.glob(pattern))
