"""A command before it is chained and signed, and how it becomes a link of the chain."""

from dataclasses import dataclass

import msgspec

from desktop.protocol.chain import CHAIN, body_hash, command_hash
from desktop.protocol.messages import Envelope
from desktop.security.device_key import sign


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person did, numbered; fields as in Envelope."""

    seq: int
    key: bytes
    kind: str
    version: int
    body: bytes
    occurred_at: int
    actor: str
    receipt_no: int

    def signed(self, previous: bytes, device_id: str, private_key: bytes, *, chain: int = CHAIN) -> Envelope:
        """The link after the one with the hash `previous`, in version `chain` or the newest one below."""
        bare = Envelope(
            self.seq,
            self.key,
            self.kind,
            self.version,
            self.body,
            self.occurred_at,
            self.actor,
            self.receipt_no,
            previous,
            hash=b"",
            signature=b"",
            body_hash=body_hash(self.body) if chain >= CHAIN else b"",
        )
        digest = command_hash(previous, device_id, bare)
        return msgspec.structs.replace(bare, hash=digest, signature=sign(private_key, digest))
