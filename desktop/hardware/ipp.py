"""The few words of IPP (RFC 8010, RFC 8011) needed to print a paper and to follow its job."""

import http.client
import socket
import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count


class IppOperation(IntEnum):
    """RFC 8011 §5.4.15."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B
    GET_PRINTERS = 0x4002
    """CUPS's own."""


class ValueTag(IntEnum):
    """Value tags, RFC 8010 §3.5.2."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME_TYPE = 0x49


class IppStatus(IntEnum):
    """The answers told apart here, RFC 8011 appendix B. Below 0x0100 all went well."""

    ERRORS = 0x0100
    NOT_FOUND = 0x0406
    NOT_ACCEPTING_JOBS = 0x0506


Value = str | int | bool
Attribute = tuple[ValueTag, str, Value]

_OPERATION_GROUP, _JOB_GROUP, _END, _PRINTER_GROUP = 0x01, 0x02, 0x03, 0x04
_FIRST_VALUE_TAG = 0x10
_LONGEST_ANSWER = 1 << 20
_request_ids = count(1)


class IppFailed(Exception):
    """The server did not answer, or not in IPP. It may have done what was asked, unless it was not `sent`."""

    def __init__(self, reason: str, *, sent: bool = True) -> None:
        super().__init__(reason)
        self.sent = sent


@dataclass(frozen=True, slots=True)
class IppAnswer:
    """A status and the attributes asked for: all, job by job, queue by queue; of a repeated one the last."""

    status: int
    attributes: dict[str, Value] = field(default_factory=dict)
    jobs: tuple[dict[str, Value], ...] = ()
    printers: tuple[dict[str, Value], ...] = ()

    @property
    def ok(self) -> bool:
        """Whether the server did what was asked."""
        return self.status < IppStatus.ERRORS


@dataclass(frozen=True, slots=True)
class PrintServer:
    """A print server: the path of its socket, or `host:port`."""

    address: str
    timeout: float = 10.0
    """Seconds for one question."""

    def ask(
        self,
        operation: IppOperation,
        path: str,
        attributes: Sequence[Attribute],
        job: Sequence[Attribute] = (),
        document: bytes = b"",
    ) -> IppAnswer:
        """One question, one answer. Raises IppFailed."""
        connection = _Connection(self.address, self.timeout)
        body = encode(operation, attributes, job) + document
        try:
            connection.connect()
        except OSError as error:
            connection.close()
            raise IppFailed(type(error).__name__, sent=False) from error
        try:
            connection.request("POST", path, body, {"Content-Type": "application/ipp"})
            response = connection.getresponse()
            said = response.read(_LONGEST_ANSWER)
        except (OSError, http.client.HTTPException) as error:
            raise IppFailed(type(error).__name__) from error
        finally:
            connection.close()
        if response.status != http.HTTPStatus.OK:
            refused = response.status < http.HTTPStatus.INTERNAL_SERVER_ERROR
            raise IppFailed(f"HTTP {response.status}", sent=not refused)
        return decode(said)


class _Connection(http.client.HTTPConnection):
    def __init__(self, address: str, timeout: float) -> None:
        self._socket_path = address if address.startswith("/") else None
        super().__init__("localhost" if self._socket_path else address, timeout=timeout)

    def connect(self) -> None:
        if self._socket_path is None:
            super().connect()
            return
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._socket_path)


def encode(operation: IppOperation, attributes: Sequence[Attribute], job: Sequence[Attribute] = ()) -> bytes:
    """The bytes of a request, before its document."""
    always: tuple[Attribute, ...] = (
        (ValueTag.CHARSET, "attributes-charset", "utf-8"),
        (ValueTag.LANGUAGE, "attributes-natural-language", "en"),
    )
    request_id = next(_request_ids) % 0x7FFFFFFF + 1
    said = struct.pack(">BBHiB", 2, 0, operation, request_id, _OPERATION_GROUP)
    said += b"".join(_encode_attribute(*attribute) for attribute in (*always, *attributes))
    if job:
        said += bytes([_JOB_GROUP]) + b"".join(_encode_attribute(*attribute) for attribute in job)
    return said + bytes([_END])


def decode(said: bytes) -> IppAnswer:
    """An answer. Raises IppFailed for bytes that are none."""
    try:
        return _decode(said)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise IppFailed("not IPP") from error


def _encode_attribute(kind: ValueTag, name: str, value: Value) -> bytes:
    if kind is ValueTag.BOOLEAN:
        raw = struct.pack(">b", bool(value))
    elif kind in {ValueTag.INTEGER, ValueTag.ENUM}:
        raw = struct.pack(">i", value)
    else:
        raw = str(value).encode("utf-8")
    word = name.encode("ascii")
    return struct.pack(">BH", kind, len(word)) + word + struct.pack(">H", len(raw)) + raw


def _decode(said: bytes) -> IppAnswer:
    _, _, status, _ = struct.unpack_from(">BBHi", said)
    groups: list[tuple[int, dict[str, Value]]] = [(0, {})]
    place, name = 8, ""
    while said[place] != _END:
        if said[place] < _FIRST_VALUE_TAG:
            groups.append((said[place], {}))
            place += 1
            continue
        kind = said[place]
        word, place = _counted(said, place + 1)
        raw, place = _counted(said, place)
        name = word.decode("ascii") or name
        groups[-1][1][name] = _value(kind, raw)
    every = {name: value for _, group in groups for name, value in group.items()}
    jobs, printers = (
        tuple(group for kind, group in groups if kind == wanted) for wanted in (_JOB_GROUP, _PRINTER_GROUP)
    )
    return IppAnswer(status, every, jobs, printers)


def _counted(said: bytes, place: int) -> tuple[bytes, int]:
    (length,) = struct.unpack_from(">H", said, place)
    end = place + 2 + length
    if end > len(said):
        raise IndexError(end)
    return said[place + 2 : end], end


def _value(kind: int, raw: bytes) -> Value:
    if kind in {ValueTag.INTEGER, ValueTag.ENUM}:
        return int(struct.unpack(">i", raw)[0])
    return any(raw) if kind == ValueTag.BOOLEAN else raw.decode("utf-8", "replace")
