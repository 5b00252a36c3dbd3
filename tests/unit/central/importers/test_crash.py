"""A night that breaks off leaves each file in whole or not at all, and the next one puts it right."""

import pytest

from desktop.central.importers.folder import FILES
from desktop.central.importers.progress import ImportProgress
from tests.unit.central.importers.night import Night


class PowerCut(Exception):
    """The end, in the middle of a file."""


class Cut:
    """A progress bar that stops the world at its nth step within one file."""

    def __init__(self, file: str, step: int) -> None:
        self.file = file
        self.steps_left = step

    def __call__(self, progress: ImportProgress) -> None:
        if progress.file == self.file:
            self.steps_left -= 1
            if self.steps_left == 0:
                raise PowerCut


@pytest.fixture(autouse=True)
def _small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("desktop.central.importers.lines.BLOCK_BYTES", 200)


def counts(night: Night) -> dict[str, int]:
    tables = ("agency", "dwelling", "tenant", "lease", "activation_code", "ledger_entry")
    counted = (night.one(f"SELECT count(*) FROM {table}") for table in tables)
    return dict(zip(FILES, counted, strict=True))


@pytest.mark.parametrize("file", FILES[1:])
def test_a_first_night_that_breaks_off_has_whole_files_only(first_night: Night, file: str) -> None:
    with pytest.raises(PowerCut):
        first_night.run(Cut(file, 2))
    reached = FILES.index(file)
    expected = {
        name: len(first_night.lines(name)) - 2 if FILES.index(name) < reached else 0 for name in FILES
    }
    assert counts(first_night) == expected
    assert first_night.one("SELECT count(*) FROM open_unit") == 0
    assert first_night.run().rejections == ()
    assert counts(first_night) == {name: len(first_night.lines(name)) - 2 for name in FILES}


def test_a_later_night_that_breaks_off_leaves_the_night_before(second_night: Night) -> None:
    before = second_night.picture()
    for line in range(2, 400):
        second_night.set("ecritures.csv", line, "libelle", "Nouveau libellé")
    with pytest.raises(PowerCut):
        second_night.run(Cut("ecritures.csv", 20))
    assert second_night.picture() == before
    second_night.run()
    assert second_night.one("SELECT count(*) FROM ledger_entry WHERE label = 'Nouveau libellé'") == 398


def test_progress_only_goes_forward_and_ends_full(second_night: Night) -> None:
    steps: list[ImportProgress] = []
    second_night.run(steps.append)
    done = [step.bytes_done for step in steps]
    assert done == sorted(done)
    assert {step.bytes_total for step in steps} == {done[-1]}
    assert [name for name in FILES if name not in {step.file for step in steps}] == []
