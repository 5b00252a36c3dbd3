"""What is typed from a certificate, and how far it is."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.services.insurance.insurance import Insured
from desktop.views.common.trouble import Trouble
from desktop.views.counter.paper import Paper


class CertificateEntry(StrEnum):
    """The entries of the form, called as the command calls them."""

    INSURER = "insurer"
    POLICY = "policy"
    FROM = "valid_from"
    TO = "valid_to"


class CertificateStep(StrEnum):
    """How far it is."""

    FORM = "form"
    SAVING = "saving"
    SAVED = "saved"


@dataclass(frozen=True, slots=True)
class InsuranceState:
    """`insured`: what was known before; `certificate_id` once it is written down."""

    lease_id: str
    names: tuple[tuple[str, str, str], ...] = ()
    insured: Insured | None = None
    insurer: str = ""
    policy: str = ""
    valid_from: str = ""
    valid_to: str = ""
    step: CertificateStep = CertificateStep.FORM
    certificate_id: str = ""
    paper: Paper = field(default_factory=Paper)
    trouble: Trouble | None = None
