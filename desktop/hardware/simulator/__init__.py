"""A card terminal made of software: it speaks Caisse-AP over real sockets, and misbehaves when told to."""

from desktop.hardware.simulator.answers import Committed
from desktop.hardware.simulator.driver import SimulatedCardTerminal
from desktop.hardware.simulator.hold import Hold
from desktop.hardware.simulator.mode import Mode
from desktop.hardware.simulator.server import SimulatedTerminal, serve

__all__ = ["Committed", "Hold", "Mode", "SimulatedCardTerminal", "SimulatedTerminal", "serve"]
