"""A printer that keeps every paper as a PDF file: for demonstrations and stations without a real one."""

import errno
import os
import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from threading import Lock

from desktop.errors import DeviceUnavailable
from desktop.hardware.printer import NOT_A_PDF, PrintDetail, PrintOutcome, PrintResult, PrintStep, is_pdf

_LONGEST_NAME = 80


class FolderPrinter:
    """Writes papers into `folder`, whole or not at all, readable by the station's owner only."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._naming = Lock()

    def print_pdf(self, pdf: bytes, title: str, report: Callable[[PrintStep], None]) -> PrintResult:
        """Keep `pdf` under its title; a second paper of the same title is numbered.

        Raises DeviceUnavailable: disk_full, folder_unusable.
        """
        if not is_pdf(pdf):
            return NOT_A_PDF
        report(PrintStep.PRINTING)
        try:
            path = self._keep(pdf, _file_name(title))
        except OSError as error:
            code = "disk_full" if error.errno in {errno.ENOSPC, errno.EDQUOT} else "folder_unusable"
            raise DeviceUnavailable("printer", code, folder=str(self.folder)) from error
        return PrintResult(PrintOutcome.PRINTED, PrintDetail.KEPT, str(path))

    def _keep(self, pdf: bytes, name: str) -> Path:
        self.folder.mkdir(parents=True, exist_ok=True)
        descriptor, unfinished = tempfile.mkstemp(prefix=".", suffix=".part", dir=self.folder)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(pdf)
                file.flush()
                os.fsync(file.fileno())
            with self._naming:
                return Path(unfinished).rename(self._free(name))
        except BaseException:
            with suppress(OSError):
                Path(unfinished).unlink()
            raise

    def _free(self, name: str) -> Path:
        names = (f"{name}.pdf" if number == 1 else f"{name}-{number}.pdf" for number in count(1))
        return next(path for path in (self.folder / name for name in names) if not path.exists())


def _file_name(title: str) -> str:
    """A name every file system takes: letters of any script, digits, dashes."""
    return re.sub(r"[^\w]+", "-", title)[:_LONGEST_NAME].strip("-_") or "document"
