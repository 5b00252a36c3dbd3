"""However a night is spoiled: nothing is half in, all is named, no paper proves more than a clean one."""

import random
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.central.importers.contracts import ActivationLetters, Leases
from desktop.central.importers.kinds import FileKind
from desktop.central.importers.layout import ESSENTIAL, FileColumn
from desktop.central.importers.ledger import LedgerLines
from desktop.central.importers.people import Tenants
from desktop.central.importers.places import Agencies, Dwellings
from desktop.central.importers.report import ImportReport
from desktop.central.importers.values import BadValue
from desktop.models.database import open_database
from desktop.rules.receipt_gate import PaperKind
from desktop.services.ledger.ledger import ledger_of
from desktop.services.ledger.terms import decisions
from tests.unit.central.importers.night import NOW, Night, new_central, small_export

KINDS = (Agencies, Dwellings, Tenants, Leases, ActivationLetters, LedgerLines)
LEDGER = LedgerLines.name
GATE, SOAK, AT_ONCE = 300, 10_000, 12

Cell = Callable[[str], str]
IN_CELLS: dict[str, Cell] = {
    "empty": lambda _: "",
    "a question mark": lambda _: "?",
    "a dash": lambda _: "-",
    "a spreadsheet's error": lambda _: "#REF!",
    "a spreadsheet's number": lambda _: "1,75E+10",
    "a day zero": lambda _: "00/00/1957",
    "a day that never comes": lambda _: "31/12/9999",
    "the other way round": lambda cell: "-".join(reversed(cell.split("/"))) if "/" in cell else cell + "?",
    "a title": lambda _: "M.",
    "a decimal point": lambda _: "61.505",
    "three decimals": lambda _: "61,505",
    "two minus signs": lambda _: "-12,00-",
    "a text without end": lambda cell: cell + "x" * 300,
    "a separator behind": lambda cell: cell + ";",
    "a line break": lambda cell: cell + "\nx",
    "a line break between quotes": lambda cell: f'"{cell}\nx"',
    "a quote": lambda cell: '"' + cell,
    "a zero byte": lambda cell: cell + "\0",
    "an escape": lambda cell: "\x1b[31m" + cell,
    "blanks": lambda cell: f"  {cell}  ",
    "a no-break space": lambda cell: cell + "\u00a0",
    "an unknown word": lambda _: "ZZTOP",
    "lower case": str.lower,
    "a formula": lambda _: "=1+1",
    "nothing, in words": lambda _: "NULL",
    "cut": lambda cell: cell[:3] + "?" if cell else "?",
}
"""None of these makes another amount, day or lease of a good one: nobody could see that."""

IN_LINES: dict[str, Cell] = {
    "cut in the middle": lambda line: line[: len(line) // 2],
    "rubbish": lambda _: "garbage",
    "a column more": lambda line: line + ";x",
    "a separator more": lambda line: line + ";",
    "twice": lambda line: f"{line}\r\n{line}",
    "blank": lambda line: "\r\n" + line,
}


@dataclass(frozen=True, slots=True)
class Clean:
    """What the clean night leaves."""

    leases: set[str]
    entries: int
    proven: set[tuple[str, str]]


@dataclass(slots=True)
class Weather:
    """An empty central and the clean export, copied for each spoiled night."""

    folder: Path
    export: Path
    files: dict[str, list[str]]
    clean: Clean

    def night(self, changed: dict[str, bytes]) -> tuple[Night, ImportReport]:
        """The first night of an empty central."""
        shutil.copyfile(self.folder / "empty.db", self.folder / "central.db")
        for name, lines in self.files.items():
            whole = "\r\n".join([*lines, ""]).encode("cp1252")
            (self.export / name).write_bytes(changed.get(name, whole))
        night = Night(open_database(self.folder / "central.db"), self.export)
        return night, night.run()


@pytest.fixture(scope="module")
def weather(tmp_path_factory: pytest.TempPathFactory) -> Weather:
    folder = tmp_path_factory.mktemp("spoiled")
    new_central(folder / "empty.db").close()
    export = small_export(folder / "export")
    files = {
        kind.name: (export / kind.name).read_bytes().decode("cp1252").split("\r\n")[:-1] for kind in KINDS
    }
    made = Weather(folder, export, files, Clean(set(), 0, set()))
    night, report = made.night({})
    assert (report.rejections, report.warnings) == ((), ())
    made.clean = seen(night)
    night.database.close()
    assert len(made.clean.leases) == 12
    assert len(made.clean.proven) > 50
    return made


def seen(night: Night) -> Clean:
    leases = {row[0] for row in night.query("SELECT id FROM lease")}
    proven = set()
    with night.database.read() as session:
        for lease in leases:
            gate = decisions(session, ledger_of(session, lease), NOW.date())
            proven |= {(lease, each) for each, one in gate.items() if one.kind is PaperKind.RENT_RECEIPT}
    return Clean(leases, night.one("SELECT count(*) FROM ledger_entry"), proven)


def is_good(column: FileColumn, cell: str) -> bool:
    """Whether a cell says something its column may say."""
    try:
        column.read(cell.strip())
    except BadValue:
        return False
    return cell.strip().isprintable() and ";" not in cell and '"' not in cell


@dataclass(frozen=True, slots=True)
class Spoil:
    """What happens to one line; without a `column`, to all of it."""

    kind: type[FileKind]
    line: int
    name: str
    after: str
    column: FileColumn | None = None

    @property
    def is_harmless(self) -> bool:
        """Whether it is in one cell of one line, and that cell may be left empty."""
        whole = self.column is None or any(sign in self.after for sign in '\n;"')
        return not whole and self.column is not None and self.column.instead is not ESSENTIAL

    def applied(self, lines: list[str]) -> None:
        """Spoils the line in the file's lines."""
        before = lines[self.line]
        if self.column is None:
            lines[self.line] = IN_LINES[self.name](before)
            return
        cells = before.split(";")
        cells[lines[0].split(";").index(self.column.name)] = self.after
        lines[self.line] = ";".join(cells)

    def is_named(self, report: ImportReport, shift: int) -> bool:
        """Whether a person reads of it, `shift` lines further down, if there is anything wrong with it."""
        if self.column is None or is_good(self.column, self.after):
            return True
        own = [each for each in (*report.rejections, *report.warnings) if each.file == self.kind.name]
        return any(each.line == self.line + 1 + shift for each in own)

    def __str__(self) -> str:
        return (
            f"{self.name} in {self.kind.name} {self.column.name if self.column else ''} line {self.line + 1}"
        )


def drawn(weather: Weather, seed: int) -> Spoil:
    draw = random.Random(seed)
    kind = draw.choice([*KINDS, LedgerLines, LedgerLines, Leases])
    lines = weather.files[kind.name]
    number = draw.randrange(1, len(lines))
    if draw.random() < 0.15:
        return Spoil(kind, number, draw.choice(sorted(IN_LINES)), "")
    name, column = draw.choice(sorted(IN_CELLS)), draw.choice(kind.columns)
    before = lines[number].split(";")[lines[0].split(";").index(column.name)]
    return Spoil(kind, number, name, IN_CELLS[name](before), column)


def nights(spoils: Iterable[Spoil], at_once: int) -> Iterable[list[Spoil]]:
    """Some at once, each of another line; the harmless ones by themselves."""
    for harmless in (True, False):
        those = {(one.kind, one.line): one for one in spoils if one.is_harmless is harmless}
        listed = list(those.values())
        yield from (listed[start : start + at_once] for start in range(0, len(listed), at_once))


def wrong_with(weather: Weather, spoils: list[Spoil]) -> list[str]:
    """What is not as it must be after a night with these; empty when all is."""
    files = {name: list(lines) for name, lines in weather.files.items()}
    for one in spoils:
        one.applied(files[one.kind.name])
    encoded = {name: "\r\n".join([*lines, ""]).encode("cp1252") for name, lines in files.items()}
    night, report = weather.night(encoded)
    found = seen(night)
    night.database.close()
    wrong = [f"proves {each}" for each in sorted(found.proven - weather.clean.proven)]
    for file in report.files:
        if file.read != file.new + file.changed + file.unchanged + file.rejected:
            wrong.append(f"{file.name} is half in")
    wrong += [f"does not name {one}" for one in spoils if not one.is_named(report, _shift(one, files))]
    kept = (found.leases, found.entries) == (weather.clean.leases, weather.clean.entries)
    if not kept and all(one.is_harmless for one in spoils):
        wrong.append("lost a lease or a line")
    return [f"{each}: {'; '.join(map(str, spoils))}" for each in wrong]


def _shift(one: Spoil, files: dict[str, list[str]]) -> int:
    """How many physical lines the spoils above this one have added."""
    return sum(line.count("\n") for line in files[one.kind.name][: one.line])


def test_no_spoiled_night_proves_more_than_the_clean_one(weather: Weather) -> None:
    spoils = [drawn(weather, seed) for seed in range(GATE)]
    assert [wrong for some in nights(spoils, AT_ONCE) for wrong in wrong_with(weather, some)] == []


@pytest.mark.soak
@pytest.mark.timeout(3 * 3600)
def test_nor_does_any_of_ten_thousand(weather: Weather) -> None:
    spoils = [drawn(weather, seed) for seed in range(GATE, GATE + SOAK)]
    assert [wrong for some in nights(spoils, 1) for wrong in wrong_with(weather, some)] == []


@pytest.mark.parametrize("seed", range(4))
def test_a_cut_file_proves_no_more_either(weather: Weather, seed: int) -> None:
    draw = random.Random(seed)
    whole = "\r\n".join([*weather.files[LEDGER], ""]).encode("cp1252")
    place = draw.randrange(len(whole) // 4, len(whole) - 2)
    place += whole[:place].endswith(b"\n")
    night, report = weather.night({LEDGER: whole[:place]})
    proven = seen(night).proven
    night.database.close()
    assert (report.files[-1].refused_reason, proven) == ("file_cut", set())
