"""A walk through the screen of a certificate of insurance."""

from collections.abc import Iterator

from desktop.views.counter.insurance.state import CertificateEntry
from desktop.views.counter.insurance.view import InsuranceView
from tests.views.counter.kit import Desk

CERTIFICATE = {
    CertificateEntry.INSURER: "MAIF",
    CertificateEntry.POLICY: "4407 112 Z",
    CertificateEntry.FROM: "1/9/26",
    CertificateEntry.TO: "31.8.2027",
}


def write_down(desk: Desk, **otherwise: str) -> InsuranceView:
    """From the file of a lease, all by keys."""
    pages = desk.pages
    pages.press("F10") if pages.place == "lease" else None
    view = pages.view(InsuranceView)
    for entry, words in (
        CERTIFICATE | {CertificateEntry(key): said for key, said in otherwise.items()}
    ).items():
        pages.type(view.fields[entry], words)
    pages.press("Ctrl+Return")
    return view


def tour(desk: Desk) -> Iterator[str]:
    desk.pages.open("didier")
    desk.pages.press("F10")
    yield "insurance"
    write_down(desk, valid_to="31/08/2025")
    yield "insurance-reversed"
    write_down(desk)
    yield "insurance-saved"
    desk.pages.press("F9")
    yield "insurance-printed"
    desk.pages.press("Ctrl+Return")
    yield "insurance-in-the-file"
