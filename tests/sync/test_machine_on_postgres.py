"""The same people, networks, disks and administrators, with central on PostgreSQL."""

import pytest
from hypothesis import settings

from tests.sync.test_machine import Landlord, TestAnyOrder


class LandlordOnServer(Landlord):
    """What `laws` says holds there too."""

    database = "postgresql"


class TestAnyOrderOnPostgres(LandlordOnServer.TestCase):  # type: ignore[name-defined,misc]
    """A few lives; each costs a copy of a database."""

    settings = settings(TestAnyOrder.settings, max_examples=3, stateful_step_count=12)
    pytestmark = [pytest.mark.timeout(300)]  # noqa: RUF012 - read by pytest


class TestAnyOrderOnPostgresForLong(LandlordOnServer.TestCase):  # type: ignore[name-defined,misc]
    """A long search, each time another."""

    settings = settings(
        TestAnyOrder.settings, max_examples=300, stateful_step_count=50, derandomize=False, print_blob=True
    )
    pytestmark = [pytest.mark.soak, pytest.mark.timeout(7_200)]  # noqa: RUF012 - read by pytest


del TestAnyOrder
