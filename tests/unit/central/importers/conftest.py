"""A central that had a good night, copied for each test that wants to spoil the next one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.unit.central.importers.night import Night, copied, new_central, new_central_on_server, small_export


@pytest.fixture(scope="session")
def _template(tmp_path_factory: pytest.TempPathFactory) -> Night:
    folder = tmp_path_factory.mktemp("template")
    night = Night(new_central(folder / "central.db"), small_export(folder / "export"))
    assert not night.run().rejections
    night.database.close()
    return night


@pytest.fixture(scope="session")
def _server_template(tmp_path_factory: pytest.TempPathFactory) -> Night:
    folder = tmp_path_factory.mktemp("template")
    night = Night(new_central_on_server(), small_export(folder / "export"))
    assert not night.run().rejections
    night.database.close()
    return night


@pytest.fixture(params=["sqlite", "postgresql"])
def any_night(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Night]:
    """Like `second_night`, on either database."""
    name = "_template" if request.param == "sqlite" else "_server_template"
    night = copied(request.getfixturevalue(name), tmp_path)
    yield night
    night.database.close()


@pytest.fixture
def second_night(_template: Night, tmp_path: Path) -> Iterator[Night]:
    """The small export is in; its folder may be spoiled before `run()`."""
    night = copied(_template, tmp_path)
    yield night
    night.database.close()


@pytest.fixture
def first_night(_template: Night, tmp_path: Path) -> Iterator[Night]:
    """The small export before an empty central."""
    night = copied(_template, tmp_path)
    night.database.close()
    (tmp_path / "central.db").unlink()
    night.database = new_central(tmp_path / "central.db")
    yield night
    night.database.close()


@pytest.fixture
def empty_central(tmp_path: Path) -> Iterator[Night]:
    """A central without anything, and no folder yet."""
    night = Night(new_central(tmp_path / "central.db"), tmp_path / "export")
    yield night
    night.database.close()
