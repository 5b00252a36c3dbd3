"""Addresses of central, written and read in one way whatever stands in them."""

from ipaddress import IPv6Address
from urllib.parse import SplitResult, urlsplit

from desktop.errors import Invalid


def web_address(scheme: str, host: str, port: int) -> str:
    """As it is typed into a browser: the numbers of IPv6 stand in brackets, a zone with its sign escaped."""
    return f"{scheme}://{_bracketed(host)}:{port}"


def read_web_address(address: str) -> SplitResult:
    """The parts of an address. Raises Invalid("address_unreadable") for what is none."""
    try:
        parts = urlsplit(address.strip())
        _ = parts.port  # raises for one beyond 65535
    except ValueError as error:
        raise Invalid("central_url", "address_unreadable", address=address) from error
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise Invalid("central_url", "address_unreadable", address=address)
    return parts


def _bracketed(host: str) -> str:
    try:
        IPv6Address(host)
    except ValueError:
        return host
    return f"[{host.replace('%', '%25')}]"
