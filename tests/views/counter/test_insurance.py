"""A certificate at the counter, from the file and back to it, by keys alone."""

from desktop.models.insurance_certificate import InsuranceCertificate
from desktop.views.counter.insurance.state import CertificateEntry
from tests.views.counter.kit import Desk
from tests.views.counter.tours.insurance import write_down


def test_a_certificate_is_written_down_and_the_file_says_so_at_once(at_work: Desk) -> None:
    at_work.pages.open("didier")
    assert "Assurance expirée" in at_work.pages.words
    write_down(at_work)
    assert at_work.count(InsuranceCertificate) == 1
    assert "L’attestation est notée" in at_work.pages.message
    at_work.pages.press("F9")
    assert len(at_work.printer.papers) == 1
    assert "Récépissé" in at_work.pages.message
    at_work.pages.press("Ctrl+Return")
    assert at_work.pages.place == "lease"
    assert "MAIF" in at_work.pages.words


def test_what_is_wrong_is_said_at_its_entry_and_nothing_is_kept(at_work: Desk) -> None:
    at_work.pages.open("didier")
    wrong = {
        "insurer": (" ", "Indiquez le nom"),
        "policy": ("", "Indiquez le numéro"),
        "valid_from": ("30/02/2026", "n’existe pas"),
        "valid_to": ("demain", "Écrivez la date"),
    }
    for entry, (typed, sentence) in wrong.items():
        view = write_down(at_work, **{entry: typed})
        assert sentence in view.fields[CertificateEntry(entry)].error
        assert view.fields[CertificateEntry(entry)].edit.hasFocus()
    assert (
        "n’est plus valable"
        in write_down(at_work, valid_from="1/1/25", valid_to="1/1/26").fields[CertificateEntry.TO].error
    )
    assert at_work.count(InsuranceCertificate) == 0
