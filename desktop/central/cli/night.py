"""A night's import as an administrator sees it: one bar over all its files, then the report."""

from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from desktop.central.cli.saying import quoted
from desktop.central.importers.folder import finish_import, import_folder
from desktop.central.importers.progress import ImportProgress
from desktop.central.importers.report import ImportReport
from desktop.central.store import Store


def import_night(store: Store, folder: Path, progress: Progress, encoding: str = "") -> ImportReport:
    """Imports `folder` while moving one bar over all its files."""
    bar = progress.add_task("", total=None)

    def report(step: ImportProgress) -> None:
        done = f"{step.file}: {step.rows or step.lines:,} {'rows in' if step.rows else 'lines'}"
        progress.update(bar, description=done, completed=step.bytes_done, total=step.bytes_total)

    now = datetime.now(UTC)
    return import_folder(
        store.database, store.vault.pepper, folder, now, report, store.folder, encoding=encoding
    )


def finish_night(store: Store) -> None:
    """Brings in what an import had staged when it broke off, before stations come."""
    done = finish_import(store, lambda _step: None)
    if done is not None:
        done.write_report(store.folder / "rejets.csv")
        print_report(done, store.folder / "rejets.csv")


def bar_for(output: Console | None = None, *, hidden: bool = False) -> Progress:
    """A progress bar, on the error output by itself, that leaves nothing behind when it is done."""
    columns = (TextColumn("{task.description:<32}"), BarColumn(), DownloadColumn(), TimeRemainingColumn())
    return Progress(*columns, console=output or Console(stderr=True), disable=hidden, transient=True)


def print_report(done: ImportReport, rejects: Path) -> None:
    """Says what each file brought, and where rejected lines are named."""
    console = Console()
    table = Table("file", *("read", "new", "changed", "unchanged", "rejected", "encoding"), box=None)
    for file in done.files:
        counts = (file.read, file.new, file.changed, file.unchanged, file.rejected)
        table.add_row(file.name, *(f"{count:,}" for count in counts), file.encoding)
    console.print(table)
    for file in done.resumed:
        console.print(
            f"{file.name} of an import that had broken off: {file.new + file.changed:,} rows went in"
        )
    for file in done.files:
        if file.refused_reason:
            console.print(f"[red]{quoted(file.name)} was refused whole: {quoted(file.refused_reason)}[/red]")
    if done.rejections:
        console.print(f"{len(done.rejections)} lines were rejected; each is named in {rejects}")
