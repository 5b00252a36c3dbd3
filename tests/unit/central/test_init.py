"""A central is made whole, or can be made again, wherever the first try was cut."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, select
from typer.testing import CliRunner

from desktop.central.cli.main import app
from desktop.central.landlord import (
    DEMONSTRATION,
    chosen_landlord,
    read_house_parameters,
    read_landlord,
    write_example,
)
from desktop.central.store import Store, init_store, open_store
from desktop.errors import Invalid, Refused
from desktop.models.landlord import Landlord
from desktop.models.parameter import ParameterRow

_TOUCH_THE_DISK = frozenset({"open", "os.mkdir", "os.rename", "os.link", "os.remove", "os.chmod"})


class _Cut(BaseException):
    """The program was killed: nothing it tries after this reaches the disk."""


class Weather:
    """Counts what a program does to a folder, by files and by commits, and breaks the one it was told to.

    `how` is _Cut, or an OSError such as a full disk says.
    """

    def __init__(self) -> None:
        self.folder: Path | None = None
        self.left = 0
        self.how: BaseException = _Cut()
        self.steps = 0

    def hear(self, what: str, words: tuple[Any, ...]) -> None:
        if self.folder is None or what not in _TOUCH_THE_DISK:
            return
        changes = what != "open" or words[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if changes and any(str(self.folder) in str(word) for word in words):
            self.step()

    def step(self) -> None:
        if self.folder is None:
            return
        self.steps += 1
        if self.steps == self.left or (self.steps > self.left > 0 and isinstance(self.how, _Cut)):
            raise self.how

    @contextmanager
    def over(self, folder: Path, left: int = 0, how: BaseException | None = None) -> Iterator[None]:
        self.folder, self.left, self.how, self.steps = folder, left, how or _Cut(), 0
        try:
            yield
        finally:
            self.folder = None


_weather = Weather()
sys.addaudithook(_weather.hear)


@pytest.fixture(scope="module", autouse=True)
def _commits() -> Iterator[None]:
    def commits(_connection: object) -> None:
        _weather.step()

    event.listen(Engine, "commit", commits)
    yield
    event.remove(Engine, "commit", commits)


def made(folder: Path) -> Store:
    return init_store(folder, read_landlord(DEMONSTRATION), read_house_parameters())


def refused(folder: Path) -> str:
    """As what making it is refused; nothing where it is made."""
    try:
        made(folder).database.close()
    except Refused as refusal:
        return refusal.code
    return ""


def steps(folder: Path) -> int:
    """In how many places making a central can be cut."""
    with _weather.over(folder):
        made(folder).database.close()
        return _weather.steps


def require_whole(store: Store) -> None:
    with store.database.read() as session:
        assert session.scalars(select(Landlord.name)).all() == ["Habitat 62"]
        assert len(session.scalars(select(ParameterRow.id)).all()) == len(read_house_parameters())
    assert len(store.vault.pepper) == 32
    store.database.close()


def test_a_central_cut_anywhere_is_made_by_the_same_command_again(tmp_path: Path) -> None:
    places = steps(tmp_path / "whole")
    assert places > 15
    for place in range(1, places + 1):
        folder = tmp_path / f"cut-{place}"
        with suppress(_Cut), _weather.over(folder, place):
            made(folder).database.close()
        if not (folder / "central.toml").exists():
            made(folder).database.close()
        require_whole(open_store(folder))


def test_on_a_full_disk_it_says_so_and_is_made_once_there_is_room(tmp_path: Path) -> None:
    for place in range(1, steps(tmp_path / "whole") + 1):
        folder = tmp_path / f"full-{place}"
        full = OSError(28, "No space left on device")
        with _weather.over(folder, place, full):
            said = refused(folder)
        assert said in ("", "init_unfinished"), place
        if not (folder / "central.toml").exists():
            made(folder).database.close()
        require_whole(open_store(folder))


def test_a_central_that_is_made_is_not_made_again(tmp_path: Path) -> None:
    made(tmp_path / "central").database.close()
    with pytest.raises(Refused, match="central_exists"):
        made(tmp_path / "central")


def test_an_unfinished_one_may_still_become_another_landlords(tmp_path: Path) -> None:
    made(tmp_path).database.close()
    (tmp_path / "central.toml").unlink()
    other = read_landlord(DEMONSTRATION)
    other.name = "Logis du Littoral"
    store = init_store(tmp_path, other, read_house_parameters())
    with store.database.read() as session:
        assert session.scalars(select(Landlord.name)).all() == ["Logis du Littoral"]
    store.database.close()


def test_nobody_becomes_the_demonstrations_landlord_unasked(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="landlord_wanted"):
        CliRunner().invoke(app, ["init", "--data", str(tmp_path / "central")], catch_exceptions=False)
    with pytest.raises(Refused, match="landlord_of_demonstration"):
        chosen_landlord(DEMONSTRATION, demonstration=False)
    with pytest.raises(Refused, match="landlord_or_demonstration"):
        chosen_landlord(DEMONSTRATION, demonstration=True)
    assert not (tmp_path / "central").exists()


def described(folder: Path, **said: str) -> Path:
    """The example, filled in."""
    write_example(folder / "landlord.toml")
    words = {"name": "Logis", "address": "1 rue Haute", "postal_code": "62000", "city": "Arras"} | said
    lines = (folder / "landlord.toml").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        name = line.partition(" = ")[0]
        if name in words:
            lines[number] = f'{name} = "{words[name]}"'
    (folder / "landlord.toml").write_text("\n".join(lines), encoding="utf-8-sig")
    return folder / "landlord.toml"


def test_the_example_filled_in_is_a_landlord_even_from_an_editor_of_windows(tmp_path: Path) -> None:
    landlord = chosen_landlord(described(tmp_path, siren="344 077 672"), demonstration=False)
    assert (landlord.name, landlord.siren) == ("Logis", "344 077 672")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({}, "landlord_incomplete"),
        ({"siren": "344 077 673"}, "siren_wrong"),
        ({"siren": "34407767"}, "siren_wrong"),
        ({"siren": "344 077 672", "city": " "}, "landlord_incomplete"),
    ],
)
def test_a_landlord_without_a_true_siren_is_none(tmp_path: Path, said: dict[str, str], code: str) -> None:
    with pytest.raises(Invalid, match=code):
        read_landlord(described(tmp_path, **said))


def test_an_example_is_written_over_nothing(tmp_path: Path) -> None:
    write_example(tmp_path / "landlord.toml")
    with pytest.raises(Refused, match="file_there"):
        write_example(tmp_path / "landlord.toml")
