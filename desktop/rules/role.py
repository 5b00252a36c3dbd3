"""What a member of staff is there for."""

from enum import StrEnum


class Role(StrEnum):
    """One role for each member of staff; the value is what their row holds."""

    FRONT_DESK_AGENT = "front_desk_agent"
    TENANCY_OFFICER = "tenancy_officer"
    AGENCY_MANAGER = "agency_manager"
    DATA_PROTECTION = "data_protection"
    ADMINISTRATOR = "administrator"


AT_THE_DESK = frozenset({Role.FRONT_DESK_AGENT, Role.TENANCY_OFFICER, Role.AGENCY_MANAGER})
"""Those who receive tenants."""
