"""People who come to the wrong agency, or type another's number."""

from desktop.services.access.accounts import NoteSignIn
from tests.world import World


def test_one_number_mistyped_at_two_agencies_is_counted_at_each(landlord: World) -> None:
    kiosks = [landlord.station("kiosk", agency) for agency in ("AG01", "AG02")]
    for kiosk in kiosks:
        kiosk.perform(NoteSignIn(login="17580000012", succeeded=False), f"device:{kiosk.settings.device_id}")
    landlord.settle()
    for kiosk in kiosks:
        assert kiosk.status().waiting == 0
        assert kiosk.attention() == ()
