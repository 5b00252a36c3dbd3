"""A certificate seen at a counter is read by its tenant at the kiosk, also once central is gone."""

from datetime import timedelta

from desktop.services.days import local_day
from desktop.services.insurance.insurance import SeeCertificate, insured
from tests.sync.fleet import activate
from tests.sync.visits import CLAIRE, a_lease
from tests.world import World


def test_a_certificate_seen_at_the_counter_is_known_at_the_kiosk(landlord: World) -> None:
    landlord.member_of_staff("claire")
    counter, kiosk = landlord.station("counter"), landlord.station("kiosk")
    lease = a_lease(counter, at_least=1_000)
    activate(landlord.store, lease)
    landlord.settle()
    today = local_day(counter.now())
    until = today + timedelta(days=700)
    seen = SeeCertificate(lease_id=lease, insurer="MAIF", policy="4407", valid_from=today, valid_to=until)
    counter.perform(seen, CLAIRE)
    assert counter.ask(insured, lease, today).until == until
    landlord.settle()
    kiosk.online = False
    known = kiosk.ask(insured, lease, today)
    assert (known.state, known.insurer, known.until) == ("valid", "MAIF", until)
