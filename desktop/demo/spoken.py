"""What a sentence of the screens looks like in the language on the screen, whatever stands in its gaps."""

import re
import xml.etree.ElementTree as ET
from collections import defaultdict

from desktop.config import RESOURCES

_GAP = re.compile(r"\\\{\w+\\\}|%n")
_LANGUAGES = ("fr",)


class Spoken:
    """Every sentence of the screens, by its English source."""

    def __init__(self) -> None:
        self._said: dict[str, set[str]] = defaultdict(set)
        for language in _LANGUAGES:
            tree = ET.parse(RESOURCES / "translations" / f"guichet_{language}.ts")  # noqa: S314 - our own file
            for message in tree.iter("message"):
                source = message.findtext("source", "")
                translation = message.find("translation")
                forms = [] if translation is None else [translation, *translation.findall("numerusform")]
                self._said[source].update(
                    form.text.strip() for form in forms if form.text and form.text.strip()
                )

    def is_said(self, source: str, seen: str) -> bool:
        """Whether `seen`, as read on the screen, is the sentence `source` in some language."""
        plain = seen.replace("&", "")
        return any(self._pattern(form).fullmatch(plain) for form in {source, *self._said.get(source, ())})

    @staticmethod
    def _pattern(form: str) -> re.Pattern[str]:
        return re.compile(_GAP.sub(".*", re.escape(form.replace("&", ""))), re.DOTALL)
