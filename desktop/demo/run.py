"""`guichet demo`: with a screen both windows open; without one the whole visit plays by itself."""

import os
import subprocess
import sys
from pathlib import Path

import pyotp
from rich.console import Console
from rich.live import Live
from rich.panel import Panel

from desktop.demo.estate import LOGIN, PASSWORD, Estate, estate


def run_demo(output: Path) -> int:
    """Plays the demonstration, keeping pictures and papers in `output`; 0 if every step had its effect."""
    console = Console()
    output.mkdir(parents=True, exist_ok=True)
    if _has_screen():
        with estate(output / "data", console) as made:
            return _open_windows(made, console)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.demo.visit import play  # noqa: PLC0415 - Qt reads the variable above when it loads

    return play(output, console)


def _has_screen() -> bool:
    if os.environ.get("QT_QPA_PLATFORM") == "offscreen":
        return False
    return sys.platform == "win32" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open_windows(made: Estate, console: Console) -> int:
    """Both stations in windows of their own; ends when both are closed."""
    console.print(_what_people_need(made))
    packed = getattr(sys, "frozen", False)  # then the program is its own interpreter
    guichet = [sys.executable] if packed else [sys.executable, "-m", "desktop"]
    windows = [
        subprocess.Popen([*guichet, "kiosk", "--data", str(made.kiosk), "--windowed"]),
        subprocess.Popen([*guichet, "counter", "--data", str(made.counter), "--windowed"]),
    ]
    factor = pyotp.TOTP(made.totp_secret)
    with Live(
        console=console, refresh_per_second=1, get_renderable=lambda: f"Code now: [b]{factor.now()}[/b]"
    ):
        statuses = [window.wait() for window in windows]
    return max(statuses)


def _what_people_need(made: Estate) -> Panel:
    letter = made.oldest_debtor()
    lines = [
        f"[b]{letter.first_name} {letter.last_name}[/b]'s letter: contract {letter.lease_number}, "
        f"code {letter.code}, born {letter.birth_date:%d/%m/%Y}"
    ]
    lines.append(f"At the counter: [b]{LOGIN}[/b], password [b]{PASSWORD}[/b], and the code below")
    return Panel("\n".join(lines), title="The demonstration is open in two windows")
