"""How a paper printed again says so."""

from desktop.documents.language.wording import Wording
from desktop.documents.seal import Duplicate


def copy_of(duplicate: Duplicate | None, wording: Wording) -> str:
    """The sentence that tells a copy from its original; nothing for an original."""
    if duplicate is None:
        return ""
    original, reprinted = (wording.moment(at) for at in (duplicate.original_at, duplicate.reprinted_at))
    return wording.translate("common.duplicate_of", original=original, reprinted=reprinted)
