"""What the codes of requests mean, in words and icons."""

from PySide6.QtCore import QCoreApplication

from desktop.services.requests.requests import RequestRow

_ICONS = {
    "plumbing": "water",
    "heating": "heating",
    "electricity": "bolt",
    "doors_windows": "window",
    "lift": "lift",
    "common_areas": "stairs",
    "pests": "pest",
    "nuisance": "speaker",
}


def category_icon(category: str) -> str:
    return _ICONS.get(category, "wrench")


def category_words(category: str) -> str:
    translate = QCoreApplication.translate
    return {
        "plumbing": translate("requests", "Water and plumbing"),
        "heating": translate("requests", "Heating and hot water"),
        "electricity": translate("requests", "Electricity"),
        "doors_windows": translate("requests", "Doors and windows"),
        "lift": translate("requests", "Lift"),
        "common_areas": translate("requests", "Common areas"),
        "pests": translate("requests", "Pests"),
        "nuisance": translate("requests", "Noise and nuisance"),
    }.get(category, translate("requests", "Something else"))


def state_words(state: str) -> str:
    """Whose turn it is."""
    translate = QCoreApplication.translate
    return {
        "open": translate("requests", "To answer"),
        "answered": translate("requests", "Answered"),
        "closed": translate("requests", "Closed"),
    }.get(state, state)


def state_colour(row: RequestRow) -> str:
    return {"open": "attention", "answered": "success"}.get(row.state, "muted")


def step_words(kind: str, actor: str) -> str:
    translate = QCoreApplication.translate
    by_tenant = actor.startswith("tenant:")
    match kind:
        case "opened":
            return (
                translate("requests", "Reported by the tenant")
                if by_tenant
                else translate("requests", "Recorded by the agency")
            )
        case "closed":
            return translate("requests", "Closed by the agency")
        case "reopened":
            return translate("requests", "Opened again")
        case _:
            return (
                translate("requests", "The tenant wrote")
                if by_tenant
                else translate("requests", "The agency answered")
            )
