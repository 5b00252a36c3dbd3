"""A command line as it must not be: asked for help, it has loaded the whole of central."""

from desktop.central.store import open_store
from desktop.command_line import add_central, app

__all__ = ["add_central", "app", "open_store"]
