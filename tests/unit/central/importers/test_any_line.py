"""Whatever happens to a line, the night ends, every line is accounted for, and good ones are not touched."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.central.importers.folder import FILES
from tests.unit.central.importers.night import Night, new_central, report_of, small_export

LEDGER = "ecritures.csv"
SPECIAL = [
    b";",
    b'"',
    b"\n",
    b"\r",
    b"\x00",
    b"\xe9",
    b"\xc3\xa9",
    b",",
    b"/",
    b" ",
    b"-",
    b"9",
    b"",
    b"\xef\xbb\xbf",
]

damage = st.lists(
    st.tuples(
        st.integers(0, 10_000),
        st.integers(0, 12),
        st.one_of(st.sampled_from(SPECIAL), st.binary(max_size=12)),
    ),
    min_size=1,
    max_size=6,
)


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> Night:
    """One central for all examples: what they leave behind is part of the weather."""
    folder = tmp_path_factory.mktemp("weather")
    night = Night(new_central(folder / "central.db"), small_export(folder / "export", leases=2))
    night.run()
    return night


def physical_lines(content: bytes) -> int:
    """Lines below the header that hold anything but blanks."""
    return sum(1 for line in content.split(b"\n")[1:] if line.decode("latin-1").strip())


@settings(max_examples=15)
@given(file=st.sampled_from(FILES), damage=damage)
def test_any_damage_is_survived_and_accounted_for(
    central: Night, file: str, damage: list[tuple[int, int, bytes]]
) -> None:
    path: Path = central.folder / file
    sound = path.read_bytes()
    spoiled = bytearray(sound)
    for place, length, new in damage:
        start = place % len(spoiled) if spoiled else 0
        spoiled[start : start + length] = new
    try:
        path.write_bytes(bytes(spoiled))
        report = central.run()
    finally:
        path.write_bytes(sound)
    for each in report.files:
        assert each.read == each.new + each.changed + each.unchanged + each.rejected
        assert each.refused_reason is None or each.read == 0
    found = report_of(report, file)
    broken = sum(each.code == "line_broken" for each in report.warnings)
    if found.refused_reason is None and b"\xa0" not in spoiled and b"\x85" not in spoiled:
        assert found.read == physical_lines(bytes(spoiled)) - broken
    lines = {each.line for each in report.rejections if each.file == file}
    assert found.refused_reason is not None or len(lines) == found.rejected


@settings(max_examples=15)
@given(data=st.data())
def test_a_damaged_cell_hurts_its_own_line_only(central: Night, data: st.DataObject) -> None:
    lines = central.lines(LEDGER)
    number = data.draw(st.integers(2, len(lines) - 1))
    place = data.draw(st.integers(1, 7))
    text = data.draw(st.text(st.characters(codec="cp1252", exclude_characters="\r\n"), max_size=30))
    cells = lines[number].split(";")
    cells[place] = text
    spoiled = [*lines[:number], ";".join(cells), *lines[number + 1 :]]
    try:
        central.write(LEDGER, spoiled)
        report = central.run()
    finally:
        central.write(LEDGER, lines)
        central.run()
    assert {found.line for found in (*report.rejections, *report.warnings)} <= {number}
    ledger = report_of(report, LEDGER)
    assert ledger.read == len(lines) - 2
    assert ledger.unchanged >= ledger.read - 1
