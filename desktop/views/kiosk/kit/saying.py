"""Where a paper stands, in words; the same on every screen that prints."""

from PySide6.QtCore import QCoreApplication

from desktop.views.common.banner import Banner, Tone
from desktop.views.kiosk.kit.printing import PaperProgress


def say_printing(banner: Banner, printing: PaperProgress) -> None:
    """Progress, success, or what to do when nothing came out."""
    translate = QCoreApplication.translate
    match printing:
        case PaperProgress.UNDER_WAY:
            banner.say(Tone.INFO, translate("printing", "Your paper is being printed…"))
        case PaperProgress.PRINTED:
            banner.say(Tone.SUCCESS, translate("printing", "Your paper is printed: do not forget it."))
        case PaperProgress.FAILED:
            banner.say(
                Tone.ATTENTION,
                translate("printing", "The printer did not print your paper."),
                translate("printing", "Nothing is lost: print it again later, or ask at the desk."),
            )
        case PaperProgress.NOTHING:
            banner.hush()
