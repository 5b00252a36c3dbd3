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
        case PaperProgress.KEPT:
            banner.say(
                Tone.INFO,
                translate("printing", "Demonstration: your paper was kept as a file."),
                translate("printing", "This kiosk has no printer: nothing comes out."),
            )
        case PaperProgress.UNKNOWN:
            banner.say(
                Tone.ATTENTION,
                translate("printing", "We do not know whether your paper came out."),
                translate(
                    "printing",
                    "Look in the tray. If it is not there, print it once more: the new one says DUPLICATA.",
                ),
            )
        case PaperProgress.FAILED:
            banner.say(
                Tone.ATTENTION,
                translate("printing", "The printer did not print your paper."),
                translate("printing", "Nothing is lost: print it again later, or ask at the desk."),
            )
        case PaperProgress.NO_PRINTER:
            banner.say(
                Tone.INFO,
                translate("printing", "This kiosk has no printer."),
                translate("printing", "At the desk your papers are printed for you, free of charge."),
            )
        case PaperProgress.NOTHING:
            banner.hush()
