"""What is wrong with a picture, in words."""

from PySide6.QtCore import QObject


class PhotoWords(QObject):
    """Why a picture cannot go along."""

    def problem(self, code: str) -> str:
        """The sentence for a code of the services or of the camera."""
        match code:
            case "photo_too_big" | "photo_too_large":
                return self.tr(
                    "This photo is too large (25 MB at most). Choose another one, or go on without."
                )
            case "too_many_photos":
                return self.tr("Five photos at most. Touch one to leave it out.")
            case "photo_gone" | "no_photo":
                return self.tr("This photo is no longer there. Look again.")
            case _:
                return self.tr("This photo could not be read. Choose another one, or go on without.")
