"""From the words of a station's settings to its devices; a driver is loaded only where its device is."""

from collections.abc import Sequence
from pathlib import Path

from desktop.errors import DeviceUnavailable
from desktop.hardware.address import PRIVATE_NETWORKS, allowed_address
from desktop.hardware.caisse_ap.exchange import TerminalPatience
from desktop.hardware.caisse_ap.payment import NEUTRAL_IPC
from desktop.hardware.camera import FolderCamera, NullCamera, PhotoSource
from desktop.hardware.card_terminal import CardTerminal, NullTerminal
from desktop.hardware.folder_printer import FolderPrinter
from desktop.hardware.printer import NullPrinter, PaperPrinter


def open_card_terminal(
    kind: str,
    host: str = "127.0.0.1",
    port: int = 8888,
    *,
    allowed: Sequence[str] = PRIVATE_NETWORKS,
    patience: TerminalPatience | None = None,
    ipc: str = NEUTRAL_IPC,
    doubtful: bool = False,
    card_seconds: float = 1.5,
) -> CardTerminal:
    """`kind` is none, simulator (a server of its own; a card comes after `card_seconds`) or caisse_ap.

    `allowed` are the addresses or ranges a terminal may have; `doubtful`: the last run stopped in a charge.
    Raises DeviceUnavailable for another kind or an address that is not allowed. Nothing is connected yet.
    """
    if kind == "none":
        return NullTerminal()
    if kind == "simulator":
        from desktop.hardware.simulator import SimulatedCardTerminal, SimulatedTerminal  # noqa: PLC0415 (see above)

        simulator = SimulatedTerminal(card_seconds=card_seconds)
        return SimulatedCardTerminal(simulator, patience, doubtful=doubtful)
    if kind == "caisse_ap":
        from desktop.hardware.caisse_ap.driver import CaisseApTerminal  # noqa: PLC0415 (see above)

        address = allowed_address("card_terminal", host, port, allowed)
        return CaisseApTerminal(address, patience, ipc, doubtful=doubtful)
    raise DeviceUnavailable("card_terminal", "kind_unknown", kind=kind)


def open_printer(kind: str, *, queue: str = "", folder: Path | None = None, server: str = "") -> PaperPrinter:
    """`kind` is none, folder (papers are kept in `folder`) or cups (`queue`, on `server` or this machine).

    Raises DeviceUnavailable for another kind, or one that lacks its folder or queue. Nothing is printed yet.
    """
    if kind == "none":
        return NullPrinter()
    if kind == "folder" and folder is not None:
        return FolderPrinter(folder)
    if kind == "cups" and queue:
        from desktop.hardware.cups_printer import CupsPrinter  # noqa: PLC0415 (see above)

        return CupsPrinter(queue, server)
    code = "not_configured" if kind in {"folder", "cups"} else "kind_unknown"
    raise DeviceUnavailable("printer", code, kind=kind)


def open_camera(folder: Path | None) -> PhotoSource:
    """The watched `folder`, or no camera at all."""
    return NullCamera() if folder is None else FolderCamera(folder)
