"""A private CUPS: the real daemon in a folder of its own, speaking on a socket only this test knows."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.hardware.ipp import IppFailed, IppOperation, PrintServer

CUPSD = shutil.which("cupsd", path=os.environ.get("PATH", "") + os.pathsep + "/usr/sbin")
needs_cupsd = pytest.mark.skipif(
    CUPSD is None or not hasattr(os, "geteuid") or os.geteuid() != 0,
    reason="needs cupsd, and root to start it",
)

_FOLDERS = ("spool", "cache", "run", "log")
_DAEMON = """
Listen {root}/run/cups.sock
Browsing No
WebInterface No
PreserveJobFiles Yes
<Location />
Order allow,deny
</Location>
<Policy default>
<Limit Create-Job Print-Job>
Order deny,allow
</Limit>
<Limit Cancel-Job>
Require user @OWNER @SYSTEM
Order deny,allow
</Limit>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""
_FILES = """
ServerRoot {root}
RequestRoot {root}/spool
TempDir {root}/spool
CacheDir {root}/cache
StateDir {root}/run
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
FileDevice Yes
User lp
Group lp
"""
_QUEUE = """
<Printer {name}>
DeviceURI file:///dev/null
State {state}
Accepting {accepting}
</Printer>
"""


@dataclass(frozen=True)
class Cupsd:
    """Queues: paper (prints), paused (never does), closed (accepts no job)."""

    root: Path

    @property
    def socket(self) -> str:
        """Where it listens."""
        return str(self.root / "run" / "cups.sock")

    def kept(self) -> list[str]:
        """The documents still in the spool."""
        return [path.name for path in (self.root / "spool").glob("d*")]


@contextmanager
def private_cupsd(root: Path) -> Iterator[Cupsd]:
    """Run it in `root` until the end of the block."""
    for name in _FOLDERS:
        (root / name).mkdir()
    (root / "cupsd.conf").write_text(_DAEMON.format(root=root))
    (root / "cups-files.conf").write_text(_FILES.format(root=root))
    queues = [("paper", "Idle", "Yes"), ("paused", "Stopped", "Yes"), ("closed", "Idle", "No")]
    text = "".join(_QUEUE.format(name=name, state=state, accepting=open_) for name, state, open_ in queues)
    (root / "printers.conf").write_text(text)
    assert CUPSD is not None
    command = [CUPSD, "-f", "-c", str(root / "cupsd.conf"), "-s", str(root / "cups-files.conf")]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as daemon:
        running = Cupsd(root)
        try:
            _wait_for(running)
            yield running
        finally:
            daemon.terminate()


def _wait_for(cupsd: Cupsd) -> None:
    """A starting process has no event to wait on: ask until it answers."""
    deadline = time.monotonic() + 10
    while True:
        try:
            PrintServer(cupsd.socket).ask(IppOperation.GET_JOB_ATTRIBUTES, "/jobs/", ())
        except IppFailed:
            assert time.monotonic() < deadline, "cupsd did not start"
            time.sleep(0.01)
        else:
            return
