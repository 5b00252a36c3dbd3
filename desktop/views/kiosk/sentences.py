"""The troubles every screen can meet, in words: what happened, and what one can do."""

from PySide6.QtCore import QCoreApplication

from desktop.views.common.banner import Tone
from desktop.views.kiosk.trouble import OFFLINE, STORE_FULL, Trouble


def sentence(trouble: Trouble) -> tuple[Tone, str, str]:
    """The tone, what happened, and what to do about it."""
    translate = QCoreApplication.translate
    if trouble.code == OFFLINE:
        return (
            Tone.OFFLINE,
            translate("troubles", "The kiosk cannot reach the network for the moment."),
            translate("troubles", "Nothing you typed is lost. Try again in a moment, or go to the desk."),
        )
    if trouble.code == STORE_FULL:
        return (
            Tone.DANGER,
            translate("troubles", "The kiosk cannot keep anything more."),
            translate("troubles", "Nothing was done and no money moved. Please tell someone at the desk."),
        )
    if trouble.code == "device_revoked":
        return (
            Tone.DANGER,
            translate("troubles", "This kiosk is out of service."),
            translate("troubles", "Nothing was done and no money moved. Please go to the desk."),
        )
    if trouble.device == "printer":
        return (
            Tone.ATTENTION,
            translate("troubles", "The printer is not answering."),
            translate("troubles", "Your paper is kept: print it again later, or ask at the desk."),
        )
    if trouble.device:
        return (
            Tone.ATTENTION,
            translate("troubles", "A part of the kiosk is not answering."),
            translate("troubles", "Nothing is lost. Try again, or ask at the desk."),
        )
    return (
        Tone.ATTENTION,
        translate("troubles", "This was not possible."),
        translate("troubles", "Nothing was done. Please ask at the desk and say: {code}").format(
            code=trouble.code
        ),
    )
