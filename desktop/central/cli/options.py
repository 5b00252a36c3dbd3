"""The options that most of `guichet central`'s commands share."""

from pathlib import Path
from typing import Annotated, Any

import typer

Data = Annotated[Path, typer.Option("--data", help="Central's folder.")]
Json = Annotated[bool, typer.Option("--json", help="Print the result for a program to read.")]
By = Annotated[str, typer.Option("--by", help="Your name, kept with the decision.")]

GROUP: dict[str, Any] = {"default_map": {"help": False}}
"""The settings of a group of commands. Where help is neither asked for nor refused, typer loads the whole of
pydantic to make a boolean of nothing: half of what help on a command in the group would cost."""
