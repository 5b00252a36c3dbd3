"""What a station loads before its first screen: each library here costs every start time and memory."""

import subprocess
import sys

from tests.architecture.sources import ROOT

LATER = "reportlab requests jwt alembic typer rich pydantic fastapi uvicorn psycopg desktop.central"
LOADED = """
import sys, desktop.__main__, desktop.app
from desktop.views.kiosk.shell import kiosk_screens
from desktop.views.counter.shell import counter_screens
assert kiosk_screens() and counter_screens()
print(*(set(sys.argv[1:]) & set(sys.modules)))
"""


def test_a_first_screen_waits_for_nothing_that_it_does_not_need() -> None:
    command = [sys.executable, "-c", LOADED, *LATER.split()]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
