"""What other features say on the account's screen comes from their folders."""

from pathlib import Path

import pytest

from desktop.views.kiosk.account.lines import account_lines, lines_below

LINE = """from desktop.views.kiosk.account.lines import AccountLine, LineWords
LINE = AccountLine(order={order}, reads=max, says=LineWords)
"""


def planted(house: Path, name: str, text: str) -> None:
    (house / name).mkdir(parents=True)
    for package in (house, house / name):
        (package / "__init__.py").touch()
    (house / name / "account_line.py").write_text(text)


def test_lines_stand_in_their_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted(tmp_path / "two_lines", "a_later_one", LINE.format(order=2))
    planted(tmp_path / "two_lines", "the_first", LINE.format(order=1))
    monkeypatch.syspath_prepend(tmp_path)
    assert [each.order for each in lines_below("two_lines")] == [1, 2]


def test_a_file_that_declares_no_line_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    planted(tmp_path / "no_line", "keys", "LINE = 'keys'\n")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(TypeError, match=r"keys\.account_line must hold LINE = AccountLine"):
        lines_below("no_line")


def test_no_two_lines_claim_the_same_place() -> None:
    orders = [each.order for each in account_lines()]
    assert len(set(orders)) == len(orders), "give one account_line.py another order"
