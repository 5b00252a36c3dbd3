"""`guichet self-check`: everything that introduces itself is found, and what does not work is said."""

import json

from typer.testing import CliRunner

from desktop.command_line import app
from desktop.self_check import Defect, failures
from tests.architecture.sources import DESKTOP


def folders_with(name: str, below: str) -> set[str]:
    return {path.parent.name for path in (DESKTOP / below).rglob(name)}


def test_it_lists_all_that_the_tree_holds_and_all_of_it_works() -> None:
    said = CliRunner().invoke(app, ["self-check", "--json"], catch_exceptions=False)
    found = json.loads(said.stdout)
    assert (said.exit_code, found["failed"]) == (0, [])
    assert set(found["kiosk_screens"]) == folders_with("view.py", "views/kiosk") - {"idle"}
    assert set(found["counter_screens"]) == folders_with("view.py", "views/counter")
    tables = "".join(path.read_text("utf-8") for path in (DESKTOP / "models").glob("*.py"))
    assert all(f'__tablename__ = "{entity}"' in tables for entity in found["entities"])
    assert len(found["entities"]) == tables.count('__tablename__ = "')
    services = "".join(path.read_text("utf-8") for path in (DESKTOP / "services").rglob("*.py"))
    assert len(found["commands"]) == services.count("(Command, frozen=True")
    assert len(found["papers"]) == services.count("\nPAPER = ")
    assert {"fr", "en"} <= set(found["languages"])


def test_a_person_can_read_it() -> None:
    said = CliRunner().invoke(app, ["self-check"], catch_exceptions=False)
    assert "payment.take 1" in said.stdout


def test_what_does_not_work_is_said_and_the_rest_is_tried() -> None:
    tried = []

    def broken() -> None:
        raise OSError("no such font")

    trials = [("a screen", broken), ("another", lambda: tried.append("another"))]
    assert failures(trials) == [Defect("a screen", "OSError: no such font")]
    assert tried == ["another"]
