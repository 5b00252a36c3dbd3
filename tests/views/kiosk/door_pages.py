"""The screens before somebody is known, and after."""

from desktop.views.kiosk.activation.password import PasswordQuestion
from desktop.views.kiosk.activation.questions import EmailQuestion, Question
from desktop.views.kiosk.activation.state import ActivationStep
from desktop.views.kiosk.activation.summary import Summary
from desktop.views.kiosk.activation.view import ActivationView
from desktop.views.kiosk.goodbye.view import GoodbyeView
from desktop.views.kiosk.incident.view import IncidentView
from desktop.views.kiosk.sign_in.view import SignInView
from desktop.views.kiosk.welcome.view import WelcomeView
from tests.views.kiosk.screen_page import Page


class WelcomePage(Page):
    """The first screen."""

    kind = WelcomeView

    def touch_sign_in(self) -> None:
        """« J'ai déjà un compte »."""
        self.kiosk.touch(self.view.sign_in)

    def touch_activate(self) -> None:
        """« Première visite »."""
        self.kiosk.touch(self.view.activate)


class ActivationPage(Page):
    """One question at a time."""

    kind = ActivationView

    def answer(self, words: str) -> None:
        """Type the answer to the present question."""
        panel = self.view.panel
        assert isinstance(panel, Question | PasswordQuestion), f"{panel} asks for nothing to be typed"
        self.kiosk.type(panel.field, words)

    def touch_email(self, has_email: bool) -> None:
        """« J'ai une adresse mail », or none."""
        panel = self.view.panel
        assert isinstance(panel, EmailQuestion)
        self.kiosk.touch(panel.with_email if has_email else panel.without_email)

    def touch_correct(self, step: ActivationStep) -> None:
        """« Corriger », on the summary."""
        panel = self.view.panel
        assert isinstance(panel, Summary)
        self.kiosk.touch(panel.corrections[step])

    @property
    def advice(self) -> str:
        """What the password still lacks."""
        return str(self.view.panel.advice.text())

    def fill(self, number: str, code: str, born: str, password: str, email: str = "") -> None:
        """Answer everything, up to the summary."""
        for words in (number, code, born):
            self.answer(words)
            self.touch_continue()
        self.touch_email(bool(email))
        if email:
            self.answer(email)
        self.touch_continue()
        self.answer(password)
        self.touch_continue()

    def touch_activate(self) -> None:
        """The last step: ask central."""
        self.touch_continue()


class SignInPage(Page):
    """Contract number and password."""

    kind = SignInView

    def sign_in(self, number: str, password: str) -> None:
        """Type both, then touch « Se connecter »."""
        self.kiosk.type(self.view.number, number)
        self.kiosk.type(self.view.password, password)
        self.touch_continue()


class GoodbyePage(Page):
    """What was done, and what to take along."""

    kind = GoodbyeView

    def touch_close(self) -> None:
        """« Fermer »."""
        self.touch_continue()


class IncidentPage(Page):
    """Something that should not have happened."""

    kind = IncidentView

    @property
    def number(self) -> str:
        """What the log is searched for."""
        return str(self.view.number.text())
