"""What befalls a landlord seldom: stations shut out, proven backups, central put back from one by command."""

from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule

from desktop.central.stations import quarantine
from tests.sync import laws
from tests.sync.fleet import NAMES, Fleet, Member
from tests.sync.test_backups import backed_up, disaster


class Disasters(RuleBasedStateMachine):
    """Rules of administrators. The newest proven backup is the one that is put back."""

    fleet: Fleet
    newest: Path | None = None

    @rule()
    def back_up_and_prove(self) -> None:
        self.newest = backed_up(self.fleet)

    @rule()
    def restore_by_command(self) -> None:
        disaster(self.fleet, self.newest or backed_up(self.fleet))
        self.fleet.epochs += 1

    @precondition(lambda self: not self.fleet.shut_out)
    @rule(who=st.sampled_from(NAMES[:2]), told=st.booleans(), restored=st.booleans())
    def revoke(self, who: str, told: bool, restored: bool) -> None:
        self.newest = self.newest or backed_up(self.fleet)
        code = self.fleet.members[who].station.settings.device_code
        quarantine.revoke(self.fleet.central.store, code)
        self.fleet.shut_out.add(who)
        if told:
            laws.farewell(self.fleet, self.fleet.members[who])
        if restored:
            self.restore_by_command()

    @precondition(lambda self: self.fleet.shut_out)
    @rule()
    def hand_over(self) -> None:
        for name in self.fleet.shut_out:
            laws.farewell(self.fleet, self.fleet.members[name])

    @precondition(lambda self: self.fleet.shut_out)
    @rule()
    def decide(self) -> None:
        quarantine.accept(self.fleet.central.store, [], "Denise", self.fleet.now())

    def admits(self, who: str) -> bool:
        """Whether central speaks with this station; one that was shut out says its farewell at once."""
        if who in self.fleet.shut_out:
            laws.farewell(self.fleet, self.fleet.members[who])
        return who not in self.fleet.shut_out

    def _has_rows(self, member: Member) -> bool:
        status = member.station.status()
        return status.bootstrapped and not status.revoked
