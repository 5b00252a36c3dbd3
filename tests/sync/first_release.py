"""The landlord that version 0.1.0 left: central, a counter and a kiosk, both with work not handed in yet."""

import json
import tarfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from typing import Any

import zstandard

from desktop.central.store import open_store
from desktop.config import STATION_FILE, StationSettings, read_settings
from desktop.errors import Offline
from desktop.station.enrolment import open_station
from desktop.station.station import Station
from desktop.sync.wire.transport import Reply
from tests.sync.direct import Central, DirectTransport

RECORDED = Path(__file__).parent / "recorded" / "0.1.0" / "landlord.tar.zst"
LATER = datetime(2026, 12, 2, 9, 0, tzinfo=UTC)


class Cut:
    """A way to central that leads nowhere."""

    def post(self, path: str, body: bytes) -> bytes:
        raise Offline

    def get(self, path: str, headers: dict[str, str] | None = None) -> bytes:
        raise Offline

    def call(self, method: str, path: str, body: bytes = b"", headers: dict[str, str] | None = None) -> Reply:
        raise Offline

    def events(self, path: str, silence: float = 25.0) -> Iterator[str]:
        raise Offline

    def close(self) -> None:
        """There is nothing to hang up."""


@dataclass
class FirstRelease:
    """The folders as they were; `told` says what was in them. Time moves by a second at each look."""

    folder: Path
    told: dict[str, Any] = field(init=False)
    time: datetime = LATER
    opened: list[Station] = field(default_factory=list)

    def __post_init__(self) -> None:
        whole = zstandard.ZstdDecompressor().decompressobj().decompress(RECORDED.read_bytes())
        with tarfile.open(fileobj=BytesIO(whole)) as files:
            for member in files:
                content = files.extractfile(member)
                path = self.folder / member.name
                path.parent.mkdir(exist_ok=True)
                path.write_bytes(content.read() if content else b"")
                path.chmod(0o600)
        self.told = json.loads((self.folder / "told.json").read_text())

    def now(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time

    def central(self) -> Central:
        """Today's central over the folder of then."""
        return Central(open_store(self.folder / "central"), self.now)

    def way(self, kind: str, central: Central) -> DirectTransport:
        settings = read_settings(self.folder / kind / STATION_FILE, StationSettings)
        return DirectTransport(central, settings.device_id)

    def station(self, kind: str) -> Station:
        """Today's program over the folder of then, with the network down."""
        self.opened.append(open_station(self.folder / kind, Cut(), self.now))
        return self.opened[-1]

    def close(self) -> None:
        for station in self.opened:
            with suppress(Offline):
                station.close()
