"""Whoever stands before a station that cannot open reads what that means and what to do."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.errors import NotAllowed, NotEnrolled, Refused, StoreDamaged, StoreFull
from desktop.views.common import cannot_open
from desktop.views.common.cannot_open import CannotOpen
from desktop.views.common.language import Language
from desktop.views.common.theme import LIGHT, Kind, Scale
from tests.views.common.conftest import Dress, Show
from tests.views.looks import check, snapshot

FAILURES = {
    "full": (StoreFull(), "Le disque est plein"),
    "open_twice": (Refused("already_running", folder="/srv/a"), "Guichet est déjà ouvert sur ce poste"),
    "nothing": (NotEnrolled("not_enrolled", folder="/srv/a"), "Ce poste n’est pas encore installé"),
    "not_ours": (
        NotAllowed("folder_not_ours", folder="/srv/a", reason="Permission denied"),
        "Cette session ne peut pas ouvrir les fichiers de Guichet",
    ),
    "bare_address": (
        Refused("address_not_protected", address="http://central.habitat62.example"),
        "L’adresse du serveur central n’est pas protégée",
    ),
    "newer": (Refused("journal_newer", folder="/srv/a"), "Cette version de Guichet est trop ancienne"),
    "damaged": (
        StoreDamaged("journal_chain_broken", seq=7),
        "Les fichiers de ce poste ne peuvent pas être lus",
    ),
}


@pytest.mark.parametrize("text_size", [1.0, 2.0])
@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", FAILURES)
def test_it_says_what_it_means_and_what_helps_the_support(
    dress: Dress, show: Show, name: str, kind: Kind, text_size: float
) -> None:
    failure, meaning = FAILURES[name]
    dress(LIGHT, Scale(kind, text=text_size), Language.FR)
    size = (1024, 600) if kind is Kind.COUNTER else (1920, 1080)
    window = show(CannotOpen(failure, closable=kind is Kind.COUNTER), *size)
    assert isinstance(window, CannotOpen)
    assert meaning in [label.text() for label in window.findChildren(QLabel)]
    assert failure.code in window.code.text()
    assert check(window) == []
    snapshot(window, f"cannot_open/{name}-{kind.name.lower()}-{text_size:g}")


def test_a_kiosk_tries_again_by_itself(dress: Dress, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cannot_open, "AGAIN_MS", 1)
    window = CannotOpen(StoreFull(), closable=False)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.again_pressed):
        window.open()
    assert window.isFullScreen()
    assert window.back.isHidden(), "nobody leaves it for the desktop behind it"
