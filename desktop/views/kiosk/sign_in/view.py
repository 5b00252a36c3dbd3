"""Contract number and password, and what to do when one of them was forgotten."""

from PySide6.QtCore import Qt, Signal

from desktop.views.common.banner import Banner, Tone
from desktop.views.common.buttons import QuietButton
from desktop.views.common.entry import EntryKind
from desktop.views.common.field import Field
from desktop.views.common.page import KioskPage
from desktop.views.kiosk.kit.patience import PatienceWords
from desktop.views.kiosk.kit.sentences import sentence
from desktop.views.kiosk.kit.side_by_side import SideBySide
from desktop.views.kiosk.kit.typed import keep
from desktop.views.kiosk.sign_in.presenter import SignInState


class SignInView(KioskPage):
    """Two entries and one button."""

    number_typed = Signal(str)
    password_typed = Signal(str)
    sign_in_pressed = Signal()
    activate_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Sign in"))
        self.banner = Banner()
        self.number = Field(
            self.tr("Contract number"),
            help_text=self.tr("11 digits, on your letter and your rent notices"),
            entry=EntryKind.DIGITS,
            max_length=15,
        )
        self.password = Field(
            self.tr("Password"),
            help_text=self.tr("The one you chose when you activated your account"),
            entry=EntryKind.SECRET,
            max_length=140,
        )
        both = SideBySide(gap=4)
        both.put(self.number, 1, top=True)
        both.put(self.password, 1, top=True)
        self.activate = QuietButton(self.tr("No account yet"), "mail")
        self.body.addWidget(self.banner)
        self.body.addWidget(both)
        self.body.addWidget(self.activate, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)
        self.set_back(self.tr("Back"))
        self.set_primary(self.tr("Sign in"))
        self._arrived = False
        self._connect()

    def show_state(self, state: SignInState) -> None:
        """Show what was typed and how the last try ended."""
        keep(self.number, state.lease_number)
        keep(self.password, state.password)
        self.number.show_error(
            self.tr("Type your contract number.") if state.missing == "lease_number" else ""
        )
        self.password.show_error(self.tr("Type your password.") if state.missing == "password" else "")
        if state.missing == "password":
            self.password.setFocus()
        elif not self._arrived:
            self._arrived = True
            self.number.setFocus()
        words = self.tr("One moment…") if state.busy else self.tr("Sign in")
        self.set_primary(words, enabled=state.may_try)
        self._say(state)

    def _connect(self) -> None:
        self.number.edited.connect(self.number_typed)
        self.password.edited.connect(self.password_typed)
        self.number.submitted.connect(self.password.setFocus)
        self.password.submitted.connect(self.sign_in_pressed)
        self.primary.clicked.connect(self.sign_in_pressed)
        self.activate.clicked.connect(self.activate_pressed)

    def _say(self, state: SignInState) -> None:
        if state.trouble is not None:
            self.banner.say(*sentence(state.trouble))
        elif state.outcome == "locked":
            self.banner.say(
                Tone.DANGER,
                self.tr("Too many wrong tries: for your safety, the password alone is not enough for now."),
                PatienceWords().desk_or_later(state.wait_seconds),
            )
        elif state.wait_seconds:
            self.banner.say(
                Tone.ATTENTION,
                self.tr("Number and password do not go together."),
                self.tr("You can try again in %n second(s).", "", state.wait_seconds),
            )
        elif state.outcome in {"mismatch", "wait"}:
            self.banner.say(
                Tone.ATTENTION,
                self.tr("Number and password do not go together."),
                self.tr("Check both and try again. Forgotten? The desk can help, with a proof of identity."),
            )
        else:
            self.banner.hush()
