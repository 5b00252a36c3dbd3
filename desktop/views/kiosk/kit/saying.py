"""Where a paper stands, in words; the same on every screen that prints."""

from PySide6.QtCore import QCoreApplication

from desktop.views.common.banner import Banner, Tone
from desktop.views.kiosk.kit.printing import Printing


def say_printing(banner: Banner, printing: Printing) -> None:
    """Progress, success, or what to do when nothing came out."""
    translate = QCoreApplication.translate
    match printing:
        case Printing.UNDER_WAY:
            banner.say(Tone.INFO, translate("printing", "Your paper is being printed…"))
        case Printing.PRINTED:
            banner.say(Tone.SUCCESS, translate("printing", "Your paper is printed: do not forget it."))
        case Printing.FAILED:
            banner.say(
                Tone.ATTENTION,
                translate("printing", "The printer did not print your paper."),
                translate("printing", "Nothing is lost: print it again later, or ask at the desk."),
            )
        case Printing.NOTHING:
            banner.hush()
