"""Imports every entity, so that the shared metadata is whole wherever a database is made or read."""

from desktop.models.activation_code import ActivationCode
from desktop.models.agency import Agency
from desktop.models.attempt import Attempt
from desktop.models.audit_entry import AuditEntry
from desktop.models.card_charge import CardCharge
from desktop.models.device import Device
from desktop.models.dwelling import Dwelling
from desktop.models.entity import GLOBAL_SCOPE, Entity, synced_tables
from desktop.models.landlord import Landlord
from desktop.models.lease import Lease
from desktop.models.ledger_entry import LedgerEntry
from desktop.models.parameter import ParameterRow
from desktop.models.payment import Payment, PaymentAllocation
from desktop.models.receipt import Receipt
from desktop.models.request import RequestEvent, RequestPhoto, ServiceRequest
from desktop.models.staff import Staff
from desktop.models.tenant import Tenant
from desktop.models.tenant_account import TenantAccount

__all__ = [
    "GLOBAL_SCOPE",
    "ActivationCode",
    "Agency",
    "Attempt",
    "AuditEntry",
    "CardCharge",
    "Device",
    "Dwelling",
    "Entity",
    "Landlord",
    "Lease",
    "LedgerEntry",
    "ParameterRow",
    "Payment",
    "PaymentAllocation",
    "Receipt",
    "RequestEvent",
    "RequestPhoto",
    "ServiceRequest",
    "Staff",
    "Tenant",
    "TenantAccount",
    "synced_tables",
]
