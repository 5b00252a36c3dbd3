"""Which hosts a device driver may speak to: Caisse-AP has neither encryption nor passwords."""

import ipaddress
from collections.abc import Sequence
from dataclasses import dataclass

from desktop.errors import DeviceUnavailable

PRIVATE_NETWORKS = (
    "127.0.0.0/8",
    "10.0.0.0/8",
    "172.16.0.0/12",
    "192.168.0.0/16",
    "169.254.0.0/16",
    "::1/128",
    "fc00::/7",
)
"""Loopback, local networks (RFC 1918, RFC 4193) and the direct cable (RFC 3927)."""


@dataclass(frozen=True, slots=True)
class Address:
    """A numeric IP address and a TCP port."""

    host: str
    port: int


def allowed_address(device: str, host: str, port: int, networks: Sequence[str] = PRIVATE_NETWORKS) -> Address:
    """Checks `host` against the allow-list `networks` (addresses or CIDR ranges).

    A name is refused: whoever answers for the name server would answer for the terminal.
    Raises DeviceUnavailable: address_not_numeric, port_out_of_range, address_not_allowed.
    """
    try:
        wanted = ipaddress.ip_address(host)
        lists = [ipaddress.ip_network(entry, strict=False) for entry in networks]
    except ValueError as error:
        raise DeviceUnavailable(device, "address_not_numeric", host=host) from error
    if not 1 <= port <= 65535:
        raise DeviceUnavailable(device, "port_out_of_range", port=port)
    if not any(wanted in entry for entry in lists):
        raise DeviceUnavailable(device, "address_not_allowed", host=host)
    return Address(str(wanted), port)
