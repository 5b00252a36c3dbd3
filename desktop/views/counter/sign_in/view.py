"""The door of the counter: it looks the same whether the network is there or not."""

from math import ceil

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.views.common.banner import Banner, Tone
from desktop.views.common.card import Card
from desktop.views.common.entry import EntryKind
from desktop.views.common.field import Field
from desktop.views.common.icons import picture
from desktop.views.common.labels import text
from desktop.views.common.progress import Progress
from desktop.views.common.scroll import ScrollColumn
from desktop.views.common.theme import current
from desktop.views.counter.kit.keyed import PRIMARY, QUIET, KeyedButton
from desktop.views.counter.kit.sentences import sentence
from desktop.views.counter.sign_in.presenter import LastTry, SignInState


class SignInView(QWidget):
    """Login, password, code; or, on a locked counter, password and code alone."""

    submitted = Signal(str, str)
    login_edited = Signal(str)
    other_pressed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tries = 0
        self._icon = picture("shield", current().tokens.action, current().scale.icon * 2)
        self._title = text("", "title")
        self._lead = text("", "muted")
        self.banner = Banner()
        self.progress = Progress(self.tr("The agency's files are being fetched."))
        self.login = Field(self.tr("Login"), max_length=40)
        self.password = Field(self.tr("Password"), entry=EntryKind.SECRET)
        self.code = Field(
            self.tr("One-time code"),
            help_text=self.tr("The six figures your telephone shows at this moment"),
            entry=EntryKind.DIGITS,
            max_length=7,
            width_chars=10,
        )
        self.enter = KeyedButton(self.tr("Sign in"), "Return", role=PRIMARY)
        self.other = KeyedButton(self.tr("Someone else"), "F9", role=QUIET, icon_name="people")
        self._build()
        self._wire()

    def show_state(self, state: SignInState) -> None:
        """Show who is expected, and how the last try ended."""
        self._title.setText(self.tr("Counter locked") if state.locked else self.tr("Sign in to the counter"))
        self._lead.setText(
            self.tr("{name}, your work is as you left it.").format(name=state.locked_name)
            if state.locked
            else self.tr("With your password and the code of your telephone.")
        )
        self.setAccessibleName(self._title.text())
        self.login.setVisible(not state.locked)
        self.other.setVisible(state.locked)
        if self.login.text() != state.login:
            self.login.set_text(state.login)
        self.enter.setEnabled(state.may_try)
        self.enter.setText(self.tr("Checking…") if state.checking else self.tr("Sign in"))
        if state.tries != self._tries:
            self._tries = state.tries
            self.password.set_text("")
            self.code.set_text("")
            self.start()
        self.progress.setVisible(not state.ready and state.fetched is not None)
        if state.fetched is not None:
            self.progress.show_done(*state.fetched)
        self._say(state)

    def start(self) -> None:
        """The keyboard goes to the first thing to type."""
        first = self.login if self.login.isVisibleTo(self) and not self.login.text() else self.password
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, state: SignInState) -> None:
        if state.trouble is not None:
            self.banner.say(*sentence(state.trouble))
            return
        if state.closed:
            self._say_closed(handed_in=state.handed_in)
            return
        if not state.ready:
            self._say_awaited(arriving=state.fetched is not None)
            return
        if state.full:
            self.banner.say(
                Tone.DANGER,
                self.tr("This station's disk is full: no money can be taken until there is room."),
                self.tr("Call the support."),
            )
            return
        self._say_answer(state)

    def _say_closed(self, *, handed_in: bool) -> None:
        self.banner.say(
            Tone.DANGER,
            self.tr("Central does not admit this station any more."),
            self.tr("What was done here is handed in. Call the support.")
            if handed_in
            else self.tr("What was done here is not handed in yet: leave it on, and call the support."),
        )

    def _say_awaited(self, *, arriving: bool) -> None:
        if arriving:
            self.banner.say(
                Tone.INFO,
                self.tr("The agency's files are arriving…"),
                self.tr("The counter opens as soon as they are all here."),
            )
            return
        self.banner.say(
            Tone.INFO,
            self.tr("The agency's files are awaited."),
            self.tr("The counter opens once they are here. If this lasts, have the network checked."),
        )

    def _say_answer(self, state: SignInState) -> None:
        match state.answer:
            case LastTry.NONE:
                self.banner.hush()
            case LastTry.INCOMPLETE:
                self.banner.say(Tone.ATTENTION, self.tr("Login, password and code are all needed."))
            case LastTry.BLOCKED:
                self.banner.say(
                    Tone.DANGER,
                    self.tr("This login is blocked for now, after too many wrong tries."),
                    self.tr(
                        "The manager or an administrator opens it again at once; otherwise it opens in "
                        "%n minute(s).",
                        "",
                        max(1, ceil(state.wait_seconds / 60)),
                    ),
                )
            case LastTry.MISMATCH | LastTry.WAIT:
                self.banner.say(Tone.DANGER, self._mismatch(state), self._patience(state))
            case LastTry.OFFLINE:
                self.banner.say(
                    Tone.DANGER,
                    self.tr("Central has not answered for too long: nobody can sign in here."),
                    self.tr("What was done here is kept. Have the network repaired, or call the support."),
                )

    def _mismatch(self, state: SignInState) -> str:
        if state.answer is LastTry.WAIT:
            return self.tr("Too many wrong tries.")
        return self.tr("Login, password or code is wrong.")

    def _patience(self, state: SignInState) -> str:
        if state.wait_seconds:
            return self.tr("Try again in %n second(s).", "", state.wait_seconds)
        if state.clock_minutes:
            return self._clock(state.clock_minutes)
        return self.tr("A code opens once only: if you have just used it, wait for the next one.")

    def _clock(self, minutes: int) -> str:
        """Why the right code fails too."""
        if minutes > 0:
            return self.tr(
                "This station's clock is %n minute(s) fast: the right code fails too. Call the support.",
                "",
                minutes,
            )
        return self.tr(
            "This station's clock is %n minute(s) slow: the right code fails too. Call the support.",
            "",
            -minutes,
        )

    def _build(self) -> None:
        scale = current().scale
        card = Card(pad=4)
        card.setMaximumWidth(max(560, scale.font("body") * 26))
        head = QHBoxLayout()
        head.setSpacing(scale.space(2))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._lead)
        head.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        card.body.addLayout(head)
        for part in (self.banner, self.progress, self.login, self.password, self.code):
            card.body.addWidget(part)
        card.body.addSpacing(scale.space(1))
        card.body.addWidget(self.enter)
        card.body.addWidget(self.other)
        scroller = ScrollColumn()
        side = scale.space(1)
        scroller.body.setContentsMargins(side, side, side, side)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(card, 100)
        row.addStretch(1)
        scroller.body.addStretch(1)
        scroller.body.addLayout(row)
        scroller.body.addStretch(2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroller)

    def _wire(self) -> None:
        self.login.edited.connect(self.login_edited)
        self.other.clicked.connect(self.other_pressed)
        self.enter.clicked.connect(self._on_enter)

    def _on_enter(self) -> None:
        """From one entry to the next that is empty; then in."""
        fields = [each for each in (self.login, self.password, self.code) if each.isVisibleTo(self)]
        empty = [each for each in fields if not each.text()]
        typing = any(each.edit.hasFocus() for each in fields)
        if typing and empty and not empty[0].edit.hasFocus():
            empty[0].setFocus(Qt.FocusReason.TabFocusReason)
            return
        self.submitted.emit(self.password.text(), self.code.text())
