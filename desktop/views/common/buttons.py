"""Buttons: what to do next is filled teal, at most once a screen; the rest stays quiet."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QVBoxLayout,
)

from desktop.views.common.content_button import ContentButton
from desktop.views.common.icons import icon, picture
from desktop.views.common.labels import text
from desktop.views.common.shown import set_shown
from desktop.views.common.theme import current, restyle


class RoleButton(QPushButton):
    """A push button whose `role` picks its look; `trailing` puts the icon behind the words."""

    def __init__(self, words: str, role: str, icon_name: str = "", *, trailing: bool = False) -> None:
        super().__init__(words)
        self.setProperty("role", role)
        self.setAutoDefault(False)
        self._trailing = trailing
        if current().scale.kiosk:
            self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        if icon_name:
            self.set_icon(icon_name)

    def set_icon(self, name: str) -> None:
        """Show this icon in the colour that goes with the role."""
        tokens = current().tokens
        colours = {"primary": tokens.on_action, "tool": tokens.ink}
        side = round(current().scale.font("tool" if self.property("role") == "tool" else "body") * 1.15)
        room = (
            0 if self.property("role") == "icon" else current().scale.space(1.25 if self._trailing else 0.75)
        )
        before = (self.layoutDirection() is Qt.LayoutDirection.RightToLeft) is not self._trailing
        colour = colours.get(self.property("role"), tokens.action)
        self.setIcon(icon(name, colour, side, room=-room if before else room))
        self.setIconSize(QSize(side + room, side))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt puts icons before the words; a trailing one is drawn behind them."""
        if not self._trailing or self.icon().isNull():
            super().paintEvent(event)
            return
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        image = self.icon().pixmap(self.iconSize(), self.devicePixelRatioF(), mode)
        option.icon = QIcon()
        words = self.fontMetrics().horizontalAdvance(self.text())
        width = self.iconSize().width()
        mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        middle = self.rect().center()
        option.rect = option.rect.translated(width // 2 if mirrored else -width // 2, 0)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonLabel, option)
        left = middle.x() - (words + width) // 2 if mirrored else middle.x() + (words - width) // 2
        painter.drawPixmap(left, middle.y() - self.iconSize().height() // 2, image)


class PrimaryButton(RoleButton):
    """The one next step of a screen."""

    def __init__(self, words: str, icon_name: str = "", *, trailing: bool = False) -> None:
        super().__init__(words, "primary", icon_name, trailing=trailing)


class SecondaryButton(RoleButton):
    """Another thing one may do here."""

    def __init__(self, words: str, icon_name: str = "") -> None:
        super().__init__(words, "secondary", icon_name)


class QuietButton(RoleButton):
    """Back, cancel, show: never more visible than the content."""

    def __init__(self, words: str, icon_name: str = "") -> None:
        super().__init__(words, "quiet", icon_name)


class ToolButton(RoleButton):
    """Small words with an icon: top bars and toolbars."""

    def __init__(self, words: str, icon_name: str) -> None:
        super().__init__(words, "tool", icon_name)


class IconButton(RoleButton):
    """An icon alone; `meaning` is its accessible name and its tool tip at the counter."""

    def __init__(self, icon_name: str, meaning: str) -> None:
        super().__init__("", "icon", icon_name)
        self.setFixedSize(current().scale.target, current().scale.target)
        self.show_icon(icon_name, meaning)

    def show_icon(self, icon_name: str, meaning: str) -> None:
        self.set_icon(icon_name)
        self.setAccessibleName(meaning)
        if not current().scale.kiosk:
            self.setToolTip(meaning)


class BigButton(ContentButton):
    """A tile: icon, label and one line of hint, all wrapping; for the kiosk's home and for choices."""

    def __init__(self, words: str, icon_name: str, hint: str = "", *, across: bool = False) -> None:
        super().__init__("tile", words)
        self.setAccessibleDescription(hint)
        self._label = text(words, "subtitle")
        self._hint = text(hint, "muted")
        if not hint:
            self._hint.hide()
        self._build(icon_name, across)
        self.let_touches_through()

    @property
    def words(self) -> str:
        """The label as shown."""
        return self._label.text()

    def show_hint(self, hint: str, state: str = "") -> None:
        """Change the line under the label."""
        self._hint.setText(hint)
        set_shown(self._hint, bool(hint))
        self.setAccessibleDescription(hint)
        restyle(self._hint, state=state)

    def _build(self, icon_name: str, across: bool) -> None:
        theme = current()
        pad = theme.scale.space(3)
        layout = QHBoxLayout(self) if across else QVBoxLayout(self)
        layout.setContentsMargins(pad, pad, pad, pad)
        layout.setSpacing(theme.scale.space(2.5))
        badge = QFrame()
        badge.setProperty("part", "badge")
        inner = QVBoxLayout(badge)
        inner.setContentsMargins(*[theme.scale.space(1.5 if across else 2)] * 4)
        side = round(theme.scale.font("body") * (1.2 if across else 1.5))
        inner.addWidget(picture(icon_name, theme.tokens.action, side))
        words = QVBoxLayout()
        words.setSpacing(theme.scale.space(0.5))
        words.addWidget(self._label)
        words.addWidget(self._hint)
        layout.addWidget(badge, 0, Qt.AlignmentFlag.AlignVCenter if across else Qt.AlignmentFlag.AlignLeft)
        layout.addLayout(words, 1)
        if not across:
            layout.addStretch(1)
        self._badge = badge
        self._mark = picture("check-circle", theme.tokens.action)
        self._mark.hide()
        if across:
            layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self.toggled.connect(self._on_toggled)

    def _on_toggled(self, on: bool) -> None:
        restyle(self._badge, on="true" if on else "false")
        self._mark.setVisible(on)
