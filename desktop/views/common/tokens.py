"""The colours, each with its meaning; the only file that holds a colour."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tokens:
    """One set of colours. `*_soft` is the ground a `*` text or icon is read on."""

    name: str
    ground: str
    surface: str
    sunken: str
    line: str
    edge: str
    ink: str
    muted: str
    action: str
    action_pressed: str
    action_soft: str
    on_action: str
    attention: str
    attention_soft: str
    danger: str
    danger_soft: str
    success: str
    success_soft: str
    offline: str
    offline_soft: str
    focus: str
    disabled: str
    selection: str
    shadow: str
    line_px: int = 1


LIGHT: Final = Tokens(
    name="light",
    ground="#FAF7F1",
    surface="#FFFFFF",
    sunken="#F2EDE3",
    line="#E2DACC",
    edge="#7B8191",
    ink="#1B2745",
    muted="#535E76",
    action="#0B5B5D",
    action_pressed="#063F41",
    action_soft="#E1EFEC",
    on_action="#FFFFFF",
    attention="#7A4B00",
    attention_soft="#FBF0D7",
    danger="#98291B",
    danger_soft="#FAE7E2",
    success="#245E38",
    success_soft="#E4F1E5",
    offline="#3E4A63",
    offline_soft="#E8EBF1",
    focus="#B45A00",
    disabled="#626978",
    selection="#CFE6E2",
    shadow="#1B2745",
)

CONTRAST: Final = Tokens(
    name="contrast",
    ground="#000000",
    surface="#0C0C0E",
    sunken="#1A1A1E",
    line="#B9B9C0",
    edge="#FFFFFF",
    ink="#FFFFFF",
    muted="#E4E4EA",
    action="#FFE04A",
    action_pressed="#FFF2AE",
    action_soft="#2B2600",
    on_action="#000000",
    attention="#FFC56E",
    attention_soft="#2A1C00",
    danger="#FFB5A8",
    danger_soft="#33100A",
    success="#9DEBAD",
    success_soft="#08260F",
    offline="#C9D6F2",
    offline_soft="#141B2A",
    focus="#6FD3FF",
    disabled="#B4B4BC",
    selection="#4A4200",
    shadow="#000000",
    line_px=2,
)
