"""A big landlord's night: the sample repeated under other numbers and agencies, and imported in a process."""

import itertools
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter, process_time

import psutil

from desktop.central.importers.folder import import_folder
from desktop.central.importers.progress import ImportProgress
from desktop.central.store import open_store
from desktop.config import RESOURCES

SAMPLE = RESOURCES / "demo" / "erp-export"
LEDGER = "ecritures.csv"
COPIES_AN_AGENCY = 10
_OURS = {
    "agences.csv": (),
    "logements.csv": ("IDENT_REP",),
    "locataires.csv": ("code_locataire",),
    "contrats.csv": ("numero_contrat", "IDENT_REP", "code_locataire", "code_colocataire"),
    "activations.csv": ("numero_contrat",),
    LEDGER: ("numero_contrat",),
}
"""The columns that say whose line it is: a copy has its own."""


def big_export(folder: Path, ledger_lines: int) -> Path:
    """Writes an export with that many ledger lines, as many leases as these need, none the sample's own."""
    folder.mkdir(parents=True)
    copies = range(1, 2 + ledger_lines // _length(LEDGER))
    for name in _OURS:
        lines = _copies(name, copies)
        if name == LEDGER:
            lines = (
                b"E%09d" % n + line[10:]
                for n, line in enumerate(itertools.islice(lines, ledger_lines), 10**8)
            )
        header = (SAMPLE / name).read_bytes().partition(b"\r\n")[0]
        with (folder / name).open("wb") as file:
            file.writelines(line + b"\r\n" for line in itertools.chain([header], lines))
    return folder


def _length(name: str) -> int:
    return (SAMPLE / name).read_bytes().count(b"\r\n") - 1


def _copies(name: str, copies: Iterable[int]) -> Iterator[bytes]:
    header, *lines = (SAMPLE / name).read_bytes().split(b"\r\n")[:-1]
    columns = header.decode().split(";")
    ours = [columns.index(column) for column in _OURS[name]]
    agency = columns.index("CODE_AGENCE") if "CODE_AGENCE" in columns else None
    agency = 0 if name == "agences.csv" else agency
    split = [line.split(b";") for line in lines]
    for copy in copies:
        if name == "agences.csv" and copy % COPIES_AN_AGENCY != 1:
            continue
        for cells in split:
            new = list(cells)
            for place in ours:
                new[place] = new[place] and b"%s-%d" % (new[place], copy)
            if agency is not None:
                number = 2 * pairs_before(copy) + int(new[agency][2:])
                new[agency] = b"AG%02d" % number
            yield b";".join(new)


def pairs_before(copy: int) -> int:
    """How many pairs of agencies come before a copy's; the first copies are the sample's own agencies'."""
    return (copy - 1) // COPIES_AN_AGENCY


def import_apart(central: Path, export: Path) -> "subprocess.Popen[str]":
    """Imports in a process of its own, as it is done at night; it prints what it `measured`."""
    command = [sys.executable, "-m", "tests.benchmarks.erp", str(central), str(export)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def measured(night: "subprocess.Popen[str]") -> dict[str, float]:
    """Waits for the end: seconds, lines, changes, and the peak of memory (MB) at a tenth and at the end."""
    said, _ = night.communicate()
    assert night.returncode == 0
    found: dict[str, float] = json.loads(said.splitlines()[-1])
    return found


def _import(central: Path, export: Path) -> None:
    store = open_store(central)
    early, late, this = 0.0, 0.0, psutil.Process()

    def watch(step: ImportProgress) -> None:
        nonlocal early, late
        memory = this.memory_info().rss / 2**20
        late = max(late, memory)
        if step.bytes_done <= step.bytes_total / 10:
            early = max(early, memory)

    started, worked = perf_counter(), process_time()
    report = import_folder(store.database, store.vault.pepper, export, datetime.now(UTC), watch, central)
    ledger = report.files[-1]
    said = {
        "seconds": perf_counter() - started,
        "processor_seconds": process_time() - worked,
        "lines": ledger.read,
        "changed": sum(file.new + file.changed for file in report.files),
        "rejected": sum(file.rejected for file in report.files),
        "early_mb": early,
        "peak_mb": late,
    }
    sys.stdout.write(json.dumps(said) + "\n")
    store.database.close()


if __name__ == "__main__":
    _import(Path(sys.argv[1]), Path(sys.argv[2]))
