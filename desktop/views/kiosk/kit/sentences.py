"""The troubles every screen can meet, in words: what happened, and what one can do."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from desktop.views.common.banner import Tone
from desktop.views.common.trouble import NOT_STORABLE, OFFLINE, STORE_FULL, UNREADABLE, Trouble

Sentence = tuple[Tone, str, str]


def sentence(trouble: Trouble) -> Sentence:
    """The tone, what happened, and what to do about it."""
    known = _SENTENCES.get(trouble.code)
    if known is not None:
        return known()
    if trouble.device:
        return _printer() if trouble.device == "printer" else _device()
    translate = QCoreApplication.translate
    return (
        Tone.ATTENTION,
        translate("troubles", "This was not possible."),
        translate("troubles", "Nothing was done. Please ask at the desk and say: {code}").format(
            code=trouble.code
        ),
    )


def _offline() -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.OFFLINE,
        translate("troubles", "The kiosk cannot reach the network for the moment."),
        translate("troubles", "Nothing you typed is lost. Try again in a moment, or go to the desk."),
    )


def _store_full() -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.DANGER,
        translate("troubles", "The kiosk cannot keep anything more."),
        translate("troubles", "Nothing was done and no money moved. Please tell someone at the desk."),
    )


def _not_storable() -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.ATTENTION,
        translate("troubles", "What you wrote cannot be kept: it is too long, or a sign in it has no place."),
        translate("troubles", "Nothing was done and no money moved. Write it again, with fewer words."),
    )


def _unreadable() -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.DANGER,
        translate("troubles", "The kiosk cannot keep anything for the moment: it has to start again."),
        translate("troubles", "Nothing was done and no money moved. Please go to the desk."),
    )


def _revoked() -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.DANGER,
        translate("troubles", "This kiosk is out of service."),
        translate("troubles", "Nothing was done and no money moved. Please go to the desk."),
    )


def _printer() -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.ATTENTION,
        translate("troubles", "The printer is not answering."),
        translate("troubles", "Your paper is kept: print it again later, or ask at the desk."),
    )


def _device() -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.ATTENTION,
        translate("troubles", "A part of the kiosk is not answering."),
        translate("troubles", "Nothing is lost. Try again, or ask at the desk."),
    )


_SENTENCES: dict[str, Callable[[], Sentence]] = {
    OFFLINE: _offline,
    STORE_FULL: _store_full,
    UNREADABLE: _unreadable,
    NOT_STORABLE: _not_storable,
    "device_revoked": _revoked,
}
