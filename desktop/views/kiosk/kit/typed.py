"""Keeps an entry in step with the state, without moving the cursor of who is typing."""

from desktop.views.common.field import Field, LongField


def keep(field: Field, typed: str) -> None:
    """Show `typed`; a cursor that was not at the end stays where it was."""
    edit = field.edit
    if edit.text() == typed:
        return
    place, at_end = edit.cursorPosition(), edit.cursorPosition() == len(edit.text())
    field.set_text(typed)
    if not at_end:
        edit.setCursorPosition(place)


def keep_long(field: LongField, written: str) -> None:
    """The same for several lines, where only a screen built anew differs from the state."""
    if field.text() != written.strip():
        field.set_text(written)
