"""The report of a problem: one question at a time, always with the way back."""

from PySide6.QtCore import Signal

from desktop.views.common.buttons import SecondaryButton
from desktop.views.common.page import KioskPage
from desktop.views.kiosk.kit.aside import FinishAside
from desktop.views.kiosk.kit.discard import discard
from desktop.views.kiosk.new_request.photos import PhotosStep
from desktop.views.kiosk.new_request.state import LAST_STEP, NewRequestState, ReportStep
from desktop.views.kiosk.new_request.steps import CategoryStep, DescriptionStep, PlaceStep
from desktop.views.kiosk.new_request.summary import CheckStep, SentStep

Panel = CategoryStep | PlaceStep | DescriptionStep | PhotosStep | CheckStep | SentStep


class NewRequestView(KioskPage):
    """Builds the panel of the present step; the one before is destroyed."""

    category_chosen = Signal(str)
    place_chosen = Signal(str)
    written = Signal(str)
    photo_touched = Signal(object)
    again_pressed = Signal()
    go_on_pressed = Signal()
    finish_pressed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Report a problem"))
        self._step: ReportStep | None = None
        self.panel: Panel | None = None
        self.finish = SecondaryButton(self.tr("I have finished"), "exit")
        self.finish.clicked.connect(self.finish_pressed)
        self._aside = FinishAside(self, self.finish)
        self.body.addStretch(1)
        self.primary.clicked.connect(self.go_on_pressed)

    def show_state(self, state: NewRequestState) -> None:
        """Show the step and everything in it."""
        if state.step is not self._step:
            self._turn_to(state)
        if self.panel is not None:
            self.panel.show_state(state)
        self._name_buttons(state)

    def _turn_to(self, state: NewRequestState) -> None:
        step = state.step
        self._step = step
        self.setFocus()
        old, self.panel = self.panel, self._make(step)
        if old is not None:
            self.body.removeWidget(old)
            discard(old)
        self.body.insertWidget(0, self.panel)
        self.set_heading(*self._heading(step))
        self.scroller.verticalScrollBar().setValue(0)
        if step <= LAST_STEP:
            self.set_steps(state.steps.index(step) + 1, state.steps.index(LAST_STEP) + 1)
        else:
            self.steps.setVisible(False)
        if isinstance(self.panel, DescriptionStep):
            self.panel.field.setFocus()

    def _make(self, step: ReportStep) -> Panel:
        match step:
            case ReportStep.CATEGORY:
                category = CategoryStep()
                category.chosen.connect(self.category_chosen)
                return category
            case ReportStep.PLACE:
                place = PlaceStep()
                place.chosen.connect(self.place_chosen)
                return place
            case ReportStep.DESCRIPTION:
                description = DescriptionStep()
                description.edited.connect(self.written)
                return description
            case ReportStep.PHOTOS:
                photos = PhotosStep()
                photos.touched.connect(self.photo_touched)
                photos.again_pressed.connect(self.again_pressed)
                return photos
            case ReportStep.CHECK:
                return CheckStep()
            case ReportStep.SENT:
                return SentStep()

    def _heading(self, step: ReportStep) -> tuple[str, str]:
        match step:
            case ReportStep.CATEGORY:
                return self.tr("What is it about?"), self.tr("Touch what fits best.")
            case ReportStep.PLACE:
                return self.tr("Where is it?"), self.tr("Touch the place.")
            case ReportStep.DESCRIPTION:
                return self.tr("Tell us in your own words"), ""
            case ReportStep.PHOTOS:
                return self.tr("Would you like to add photos?"), self.tr(
                    "Touch those that should go along. You can also go on without."
                )
            case ReportStep.CHECK:
                return self.tr("Is everything right?"), ""
            case ReportStep.SENT:
                return self.tr("Your request is on its way"), self.tr("Thank you for telling us.")

    def _name_buttons(self, state: NewRequestState) -> None:
        sent = state.step is ReportStep.SENT
        first = state.step is ReportStep.CATEGORY
        self.set_back("" if sent else self.tr("Give up") if first else self.tr("Back"))
        self.back.setEnabled(not state.busy)
        match state.step:
            case ReportStep.CATEGORY | ReportStep.PLACE:
                self.set_primary("")
            case ReportStep.DESCRIPTION:
                self.set_primary(self.tr("Continue"))
            case ReportStep.PHOTOS:
                words = self.tr("Continue") if state.taken else self.tr("Continue without a photo")
                self.set_primary(words)
            case ReportStep.CHECK:
                self.set_primary(self.tr("Send"), "check", enabled=not state.busy)
            case ReportStep.SENT:
                self.set_primary(self.tr("Back to the start"), "home")
        self._aside.offer(sent)
