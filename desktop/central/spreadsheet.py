"""Cells of the files that people open in a spreadsheet."""


def inert(value: str) -> str:
    """Keeps a spreadsheet from taking a cell for a formula."""
    return "'" + value if value.lstrip().startswith(("=", "+", "-", "@")) else value
