"""The seeds of the staff who sign in here: opened with this device's key and what central sealed for it."""

from dataclasses import dataclass, field

from desktop.security import seeds
from desktop.sync.journal.kept import Keeping


@dataclass(frozen=True, slots=True)
class StaffSeeds:
    """Nothing is kept open: each sign-in opens the one seed it needs."""

    device_id: str
    keeping: Keeping
    _private_key: bytes = field(repr=False)

    def open_seed(self, kept: str, login: str) -> str:
        """The seed of `login`; in rows that 0.1.0 fetched it lies open. Raises StoreDamaged."""
        if not seeds.is_sealed(kept):
            return kept
        here = self.keeping
        key = seeds.open_key(self._private_key, here.letterbox, here.seeds, self.device_id)
        return seeds.open_seed(key, kept, login)
