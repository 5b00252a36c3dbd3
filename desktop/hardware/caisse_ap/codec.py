"""TAG + LEN + VALUE: two characters, three digits, and as many ASCII characters as the digits say."""

from collections.abc import Iterable
from dataclasses import dataclass

LONGEST_VALUE = 999
_HEAD = 5


class MalformedFrame(ValueError):
    """These bytes, or these records, are not Caisse-AP. The message never holds the bytes themselves."""


@dataclass(frozen=True, slots=True, repr=False)
class Message:
    """Records in the order they came. Its `repr` shows tags only: values may hold card data."""

    records: tuple[tuple[str, str], ...]

    def value(self, tag: str) -> str | None:
        """The value of `tag`, None if absent. Raises MalformedFrame when two values stand there."""
        found = {value for name, value in self.records if name == tag}
        if len(found) > 1:
            raise MalformedFrame(f"{tag} has two values")
        return found.pop() if found else None

    def __repr__(self) -> str:
        return f"Message({' '.join(tag for tag, _ in self.records)})"


def message(records: Iterable[tuple[str, str]]) -> Message:
    """A message of these records, in this order."""
    return Message(tuple(records))


def encode(said: Message) -> bytes:
    """The bytes of a message. Raises MalformedFrame for a tag or a value that the protocol cannot carry."""
    return b"".join(_encode_record(tag, value) for tag, value in said.records)


def decode(frame: bytes) -> Message:
    """The message in `frame`, all of it. Raises MalformedFrame, and nothing else, for anything else."""
    reader = FrameReader()
    reader.feed(frame)
    return reader.finish()


class FrameReader:
    """Puts a message together from whatever pieces the network delivers."""

    def __init__(self) -> None:
        self._records: list[tuple[str, str]] = []
        self._pending = b""
        self.size = 0
        """Bytes fed so far."""

    @property
    def at_boundary(self) -> bool:
        """Whether the bytes so far end where a record ends, be it the last one or not."""
        return not self._pending

    @property
    def message(self) -> Message:
        """The records that are complete."""
        return Message(tuple(self._records))

    def feed(self, piece: bytes) -> None:
        """Take the next bytes. Raises MalformedFrame as soon as they cannot be Caisse-AP."""
        self.size += len(piece)
        self._pending += piece
        while (record := _first_record(self._pending)) is not None:
            tag, value, end = record
            self._records.append((tag, value))
            self._pending = self._pending[end:]

    def finish(self) -> Message:
        """The message, when nothing more will come. Raises MalformedFrame if a record is cut."""
        if self._pending:
            raise MalformedFrame("the last record is cut")
        return self.message


def _encode_record(tag: str, value: str) -> bytes:
    if not (len(tag) == 2 and tag.isascii() and tag.isalnum()):
        raise MalformedFrame("a tag is two letters or digits")
    if not 1 <= len(value) <= LONGEST_VALUE:
        raise MalformedFrame(f"{tag} has {len(value)} characters")
    if not value.isascii():
        raise MalformedFrame(f"{tag} is not ASCII")
    return f"{tag}{len(value):03d}{value}".encode("ascii")


def _first_record(pending: bytes) -> tuple[str, str, int] | None:
    """The first record and where it ends; None while it is not whole."""
    if not pending.isascii():
        raise MalformedFrame("not ASCII")
    tag, length = pending[:2], pending[2:_HEAD]
    if tag and not tag.isalnum():
        raise MalformedFrame("a tag is two letters or digits")
    if length and not length.isdigit():
        raise MalformedFrame("a length is three digits")
    if len(pending) < _HEAD:
        return None
    end = _HEAD + int(length)
    if len(pending) < end:
        return None
    return tag.decode("ascii"), pending[_HEAD:end].decode("ascii"), end
