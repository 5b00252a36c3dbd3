"""What can be proven of the rows found in a damaged journal, and which commands of it still form a chain."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

import msgspec

from desktop.protocol.chain import GENESIS, is_whole
from desktop.protocol.messages import Envelope
from desktop.security.device_key import public_key, verify
from desktop.sync.journal.carving import Record

_COMMAND = (11, 12)
"""How many values a command's row has: those written before links of version 2 lack the last."""

_UPLOAD, _KEPT, _META = 5, 4, 2
_CARRIED = frozenset({"history", "letterbox", "revoked", "seeds"})


@dataclass(slots=True)
class Findings:
    """`commands` by hash; `files` by SHA-256: (media type, bytes); `kept`: sealed requests; `facts`: meta."""

    commands: dict[bytes, Envelope] = field(default_factory=dict)
    files: dict[str, tuple[str, bytes]] = field(default_factory=dict)
    kept: dict[str, bytes] = field(default_factory=dict)
    facts: dict[str, bytes] = field(default_factory=dict)

    def chain(self) -> list[Envelope]:
        """The longest run of commands from the very first on, each bound to the one before."""
        after: dict[bytes, list[Envelope]] = {}
        for envelope in self.commands.values():
            after.setdefault(envelope.previous, []).append(envelope)
        chain: list[Envelope] = []
        while choices := after.get(chain[-1].hash if chain else GENESIS):
            # Of two the one goes on that others build on; a command that was never committed has none.
            chain.append(max(choices, key=lambda envelope: envelope.hash in after))
        return chain

    def apart(self, chain: Iterable[Envelope]) -> list[Envelope]:
        """The commands that are not in `chain`, by their numbers."""
        held = {envelope.hash for envelope in chain}
        return sorted((e for e in self.commands.values() if e.hash not in held), key=lambda e: e.seq)


def prove(rows: Iterable[tuple[int, Record]], device_id: str, private_key: bytes) -> Findings:
    """Sorts the rows; a command counts if this device signed it, a file if its digest is its name."""
    found, public = Findings(), public_key(private_key)
    for number, row in rows:
        if len(row) in _COMMAND:
            _prove_command(found, number, row, device_id, public)
        elif len(row) == _UPLOAD:
            _prove_file(found, row)
        else:
            _note_fact(found, row)
    return found


def _prove_command(found: Findings, number: int, row: Record, device_id: str, public: bytes) -> None:
    digest = row[9]
    if not isinstance(digest, bytes) or digest in found.commands:
        return
    try:
        envelope = msgspec.convert((number, *row[1:]), Envelope)
        whole = is_whole(device_id, envelope)
    except (msgspec.ValidationError, OverflowError):
        return
    if whole and verify(public, envelope.signature, digest):
        found.commands[digest] = envelope


def _prove_file(found: Findings, row: Record) -> None:
    name, media_type, _, content, _ = row
    if not (isinstance(name, str) and isinstance(content, bytes) and isinstance(media_type, str)):
        return
    if hashlib.sha256(content).hexdigest() == name:
        found.files[name] = (media_type, content)


def _note_fact(found: Findings, row: Record) -> None:
    name = row[0] if row else None
    if not isinstance(name, str):
        return
    if len(row) == _META and name in _CARRIED and isinstance(row[1], bytes):
        found.facts[name] = row[1]
    elif len(row) == _KEPT and isinstance(row[1], bytes) and _is_key(name):
        found.kept[name] = row[1]


def _is_key(name: str) -> bool:
    return len(name) == 32 and all(letter in "0123456789abcdef" for letter in name)
