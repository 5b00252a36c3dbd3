"""Why what answers over TLS is not believed: each cause by its own name, with what helps to mend it.

The libraries are loaded where there is such a cause: no first screen waits for them.
"""

import socket
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from desktop.errors import Offline
from desktop.rules.web_address import read_web_address

if TYPE_CHECKING:
    import ssl

    from cryptography import x509

UNKNOWN_AUTHORITY: Final = "central_not_trusted"
NOT_YET, NO_MORE, OF_ANOTHER = "certificate_not_yet_valid", "certificate_expired", "certificate_of_another"
REFUSED, NO_TLS = "certificate_refused", "central_speaks_no_tls"
AUTHORITY_MISSING: Final = "authority_missing"
CLOCK_WRONG: Final = "clock_wrong"

DISTRUST: Final = frozenset({UNKNOWN_AUTHORITY, NOT_YET, NO_MORE, OF_ANOTHER, REFUSED})
"""The codes of a certificate that is not accepted."""

_CAUSES: Final = {
    9: NOT_YET,
    10: NO_MORE,
    18: UNKNOWN_AUTHORITY,  # signed by itself
    19: UNKNOWN_AUTHORITY,  # by one above it that is signed by itself
    20: UNKNOWN_AUTHORITY,
    21: UNKNOWN_AUTHORITY,
    62: OF_ANOTHER,  # another name
    64: OF_ANOTHER,  # another address of the network
}
"""What OpenSSL calls them: X509_V_ERR_… in openssl/x509_vfy.h."""

_LOOK_SECONDS: Final = 5.0
_LONGEST_HEAD: Final = 8 * 1024


class Witness(NamedTuple):
    """What answers there says of itself. Nothing of it is believed: it only helps to name a cause."""

    valid_from: datetime
    valid_until: datetime
    names: tuple[str, ...]
    issuer: str
    its_time: datetime | None


def distrust(error: BaseException) -> Offline:
    """The cause behind what the HTTP library raised about TLS."""
    import ssl  # noqa: PLC0415 (see above)

    behind = list(_behind(error))
    for cause in behind:
        if isinstance(cause, ssl.SSLCertVerificationError):
            return Offline(_CAUSES.get(cause.verify_code, REFUSED), reason=cause.verify_message)
    said = " ".join(str(cause) for cause in behind)
    return Offline(AUTHORITY_MISSING if "X509" in said or "PEM" in said else NO_TLS)


def explained(failure: Offline, address: str, now: datetime) -> Offline:
    """The same failure with what the other end says of itself; a wrong clock is told from a wrong date."""
    if failure.code not in DISTRUST:
        return failure
    seen = look(address)
    facts: dict[str, Any] = {"host": read_web_address(address).hostname, "now": _day_and_time(now)}
    if seen is None:
        return Offline(failure.code, **(failure.facts | facts))
    facts |= {
        "valid_from": _day_and_time(seen.valid_from),
        "valid_until": _day_and_time(seen.valid_until),
        "names": ", ".join(seen.names),
        "issuer": seen.issuer,
    }
    if failure.code in {NOT_YET, NO_MORE} and _is_the_clocks(seen, now):
        return Offline(CLOCK_WRONG, **facts, theirs=_day_and_time(seen.its_time or now))
    return Offline(failure.code, **(failure.facts | facts))


def look(address: str) -> Witness | None:
    """Shakes hands with whoever is there, and says nothing that is meant for central alone."""
    import ssl  # noqa: PLC0415 (see above)

    from cryptography import x509  # noqa: PLC0415 (see above)

    parts = read_web_address(address)
    host = parts.hostname or ""
    anybody = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    anybody.check_hostname, anybody.verify_mode = False, ssl.CERT_NONE
    try:
        with (
            socket.create_connection((host, parts.port or 443), _LOOK_SECONDS) as plain,
            anybody.wrap_socket(plain, server_hostname=host) as line,
        ):
            certificate = x509.load_der_x509_certificate(line.getpeercert(binary_form=True) or b"")
            return Witness(
                certificate.not_valid_before_utc,
                certificate.not_valid_after_utc,
                _names(certificate),
                certificate.issuer.rfc4514_string(),
                _its_time(line, host),
            )
    except (OSError, ValueError):
        return None


def _is_the_clocks(seen: Witness, now: datetime) -> bool:
    theirs = seen.its_time
    return theirs is not None and not _within(seen, now) and _within(seen, theirs)


def _within(seen: Witness, at: datetime) -> bool:
    return seen.valid_from <= at <= seen.valid_until


def _its_time(line: "ssl.SSLSocket", host: str) -> datetime | None:
    head = b""
    with suppress(OSError):
        line.sendall(f"HEAD / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n".encode("idna"))
        while len(head) < _LONGEST_HEAD and b"\r\n\r\n" not in head and (more := line.recv(1_024)):
            head += more
    for field in head.decode("latin-1").split("\r\n"):
        name, _, value = field.partition(":")
        if name.lower() == "date":
            with suppress(ValueError, OverflowError):
                return parsedate_to_datetime(value.strip()).astimezone(UTC)
    return None


def _names(certificate: "x509.Certificate") -> tuple[str, ...]:
    from cryptography import x509  # noqa: PLC0415 (see above)

    try:
        found = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
    except (x509.ExtensionNotFound, ValueError):
        return (certificate.subject.rfc4514_string(),)
    numbers = found.get_values_for_type(x509.IPAddress)
    return (*found.get_values_for_type(x509.DNSName), *map(str, numbers))


def _behind(error: BaseException) -> Iterator[BaseException]:
    """The error and all it was made of: each library wraps the one below in its own."""
    waiting, met = [error], set[int]()
    while waiting:
        one = waiting.pop(0)
        if id(one) in met:
            continue
        met.add(id(one))
        yield one
        inside = (one.__cause__, one.__context__, getattr(one, "reason", None), *one.args)
        waiting += [each for each in inside if isinstance(each, BaseException)]


def _day_and_time(at: datetime) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC"
