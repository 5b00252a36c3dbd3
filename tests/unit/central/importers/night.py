"""A central and a small export to spoil: twelve leases of the sample, with all that belongs to them."""

import csv
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from desktop.central.database.agency_write import agency_write
from desktop.central.database.postgres import open_server
from desktop.central.importers.folder import import_folder
from desktop.central.importers.progress import ImportProgress
from desktop.central.importers.report import FileReport, ImportReport
from desktop.central.store import UNASSIGNED_SCOPE, create_tables, ensure_scopes
from desktop.config import RESOURCES
from desktop.models.database import Database, open_database
from desktop.models.entity import GLOBAL_SCOPE
from desktop.models.parameter import ParameterRow
from tests.postgres import cluster

ON_BOTH_AT_LENGTH = pytest.mark.parametrize(
    "any_night", ["sqlite", pytest.param("postgresql", marks=pytest.mark.soak)], indirect=True
)
"""A test whose property another one already shows on PostgreSQL: there in the long run only."""

SAMPLE = RESOURCES / "demo" / "erp-export"
NOW = datetime(2026, 11, 22, 21, tzinfo=UTC)
PEPPER = b"pepper of the tests, 32 bytes..."
VALIDITY_DAYS = 90
PARAMETERS = {
    "activation_code_validity_days": VALIDITY_DAYS,
    "cheque_clearing_days": 15,
    "direct_debit_clearing_days": 8,
    "cash_cap_cents": 100_000,
    "match_working_days": 10,
}


def silent(_: ImportProgress) -> None:
    """Nobody watches the bar."""


def new_central(path: Path) -> Database:
    """An empty central with the parameters that a night and its papers read, in a file at `path`."""
    database = open_database(path)
    create_tables(database)
    return furnished(database)


def new_central_on_server() -> Database:
    """The same on a PostgreSQL server."""
    return furnished(open_server(cluster().with_tables()))


def furnished(database: Database) -> Database:
    """Gives a central that has its tables the rows it begins with."""
    ensure_scopes(database, {GLOBAL_SCOPE, UNASSIGNED_SCOPE})
    with agency_write(database, {GLOBAL_SCOPE}) as work:
        for key, value in PARAMETERS.items():
            row = ParameterRow(id=f"{key}@2020-01-01", scope=GLOBAL_SCOPE, key=key, source="house")
            row.valid_from, row.value = date(2020, 1, 1), value
            work.session.add(row)
    return database


def small_export(folder: Path, leases: int = 12) -> Path:
    """The first `leases` contracts of the sample and what they need, byte for byte."""
    folder.mkdir()
    contracts = [row for row in rows_of(SAMPLE / "contrats.csv")][:leases]
    numbers = {row["numero_contrat"] for row in contracts}
    wanted = {
        "agences.csv": {row["code"] for row in rows_of(SAMPLE / "agences.csv")},
        "logements.csv": {row["IDENT_REP"] for row in contracts},
        "locataires.csv": {row[name] for row in contracts for name in ("code_locataire", "code_colocataire")},
        "contrats.csv": numbers,
        "activations.csv": numbers,
    }
    for name, keys in wanted.items():
        _copy(name, folder, lambda cells, keys=keys: cells[0] in keys)
    _copy("ecritures.csv", folder, lambda cells: cells[1] in numbers)
    return folder


def _copy(name: str, folder: Path, wanted: Callable[[list[str]], bool]) -> None:
    header, *lines = (SAMPLE / name).read_bytes().split(b"\r\n")[:-1]
    kept = [line for line in lines if wanted(line.decode("cp1252").split(";"))]
    (folder / name).write_bytes(b"\r\n".join([header, *kept, b""]))


def rows_of(path: Path) -> list[dict[str, str]]:
    """A file's lines as the standard library reads them: what the importers are compared with."""
    with path.open(encoding="cp1252", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


class Night:
    """One central and one folder; `run` is a night."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.database = database
        self.folder = folder
        self._central = folder.parent

    def run(self, progress: Callable[[ImportProgress], None] = silent, now: datetime = NOW) -> ImportReport:
        return import_folder(self.database, PEPPER, self.folder, now, progress, self._central)

    def lines(self, name: str) -> list[str]:
        """Physical lines; the header is number 1, so number 0 is empty."""
        return ["", *(self.folder / name).read_bytes().decode("cp1252").split("\r\n")[:-1]]

    def write(self, name: str, lines: list[str]) -> None:
        (self.folder / name).write_bytes("\r\n".join([*lines[1:], ""]).encode("cp1252"))

    def edit(self, name: str, number: int, change: Callable[[str], str]) -> str:
        """Changes one line; answers what it was."""
        lines = self.lines(name)
        before, lines[number] = lines[number], change(lines[number])
        self.write(name, lines)
        return before

    def set(self, name: str, number: int, column: str, value: str) -> str:
        """Writes one cell; answers what it was."""
        place = self.lines(name)[1].split(";").index(column)
        before = self.edit(name, number, lambda line: with_cell(line, place, value))
        return before.split(";")[place]

    def append(self, name: str, line: str) -> int:
        """Adds a line at the end; answers its number."""
        self.write(name, [*self.lines(name), line])
        return len(self.lines(name)) - 1

    def query(self, sql: str, *arguments: Any) -> list[tuple[Any, ...]]:
        sql = sql.replace("?", "%s") if self.database.dialect == "postgresql" else sql
        with self.database.read() as session:
            return [tuple(row) for row in session.connection().exec_driver_sql(sql, arguments)]

    def one(self, sql: str, *arguments: Any) -> Any:
        return self.query(sql, *arguments)[0][0]

    def versions(self) -> dict[str, int]:
        return dict(self.query("SELECT id, ver FROM scope"))

    def picture(self) -> dict[str, list[tuple[Any, ...]]]:
        """All that an import may write, versions included; not the hour at which a row went."""
        tables = ["agency", "dwelling", "tenant", "lease", "holding", "activation_code", "ledger_entry"]
        asked = {table: f"SELECT * FROM {table}" for table in [*tables, "scope"]}
        asked["tombstone"] = "SELECT scope, tbl, id, ver FROM tombstone"
        return {table: sorted(self.query(question), key=repr) for table, question in asked.items()}


def without_versions(night: Night) -> dict[str, list[tuple[Any, ...]]]:
    """All rows; an agency's version also moves when a ledger is said to be incomplete."""
    return {table: rows for table, rows in night.picture().items() if table != "scope"}


def with_cell(line: str, place: int, value: str) -> str:
    """The line with another value at `place`."""
    cells = line.split(";")
    cells[place] = value
    return ";".join(cells)


def report_of(report: ImportReport, name: str) -> FileReport:
    """What the report says of one file."""
    return next(file for file in report.files if file.name == name)


def copied(template: Night, folder: Path) -> Night:
    """The same central and the same export again, to be spoiled."""
    shutil.copytree(template.folder, folder / "export")
    if template.database.dialect == "postgresql":
        return Night(open_server(cluster().fresh(template.database.name)), folder / "export")
    source = folder / "central.db"
    with template.database.read() as session:
        session.connection().exec_driver_sql("SELECT 1")
    shutil.copyfile(template.folder.parent / "central.db", source)
    return Night(open_database(source), folder / "export")
