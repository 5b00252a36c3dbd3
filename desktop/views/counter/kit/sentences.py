"""The troubles every screen can meet, in words: what happened, whether money moved, and what to do."""

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
    translate = QCoreApplication.translate
    return (
        Tone.ATTENTION,
        translate("troubles", "This was not possible. Nothing was done and no money moved."),
        translate("troubles", "Try again. If it happens again, give the support this word: {code}").format(
            code=trouble.code
        ),
    )


def _offline() -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.OFFLINE,
        translate("troubles", "Central cannot be reached for the moment."),
        translate("troubles", "You can go on: what you do is kept here and sent as soon as it is back."),
    )


def _store_full() -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.DANGER,
        translate("troubles", "This computer's disk is full: nothing was recorded."),
        translate("troubles", "Do not take any money, and hand back what you were given. Call the support."),
    )


def unreadable() -> Sentence:
    """What is said as soon as it is known, and whenever somebody tries all the same."""
    translate = QCoreApplication.translate
    return (
        Tone.DANGER,
        translate("troubles", "This station's record cannot be read any more: nothing is recorded."),
        translate(
            "troubles",
            "Take no money. Leave (Ctrl Q): the station restarts by itself with all that was recorded before."
            " If this comes again, call the support.",
        ),
    )


def _revoked() -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.DANGER,
        translate("troubles", "Central does not admit this station any more: nothing was recorded."),
        translate("troubles", "Do not take any money, and hand back what you were given. Call the support."),
    )


def _uploads_full() -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.ATTENTION,
        translate("troubles", "Too many photos wait to be sent: this one was not kept."),
        translate("troubles", "Try again once central answers. Nothing else is concerned."),
    )


def _not_storable() -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.ATTENTION,
        translate(
            "troubles", "Something typed here cannot be kept: too long, or with a sign that has no place."
        ),
        translate(
            "troubles", "Nothing was recorded: take no money yet. Type it again by hand, without pasting."
        ),
    )


def _lease_unknown() -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.ATTENTION,
        translate("troubles", "This lease is no longer in this agency's files."),
        translate("troubles", "Nothing was done and no money moved. Search for the person again."),
    )


def _role_missing() -> Sentence:
    translate = QCoreApplication.translate
    return (
        Tone.ATTENTION,
        translate("troubles", "Your role does not allow this."),
        translate("troubles", "Nothing was done. Ask the agency's manager."),
    )


_SENTENCES: dict[str, Callable[[], Sentence]] = {
    OFFLINE: _offline,
    STORE_FULL: _store_full,
    UNREADABLE: unreadable,
    "device_revoked": _revoked,
    "uploads_full": _uploads_full,
    NOT_STORABLE: _not_storable,
    "lease_unknown": _lease_unknown,
    "role_missing": _role_missing,
    "staff_only": _role_missing,
    "staff_unknown": _role_missing,
    "counter_only": _role_missing,
}
