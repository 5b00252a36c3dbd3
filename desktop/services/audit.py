"""The trace of who looked at, or changed, whose file."""

from sqlalchemy.orm import Session

from desktop.models.audit_entry import AuditEntry
from desktop.services.command import Context


def note(
    session: Session, context: Context, action: str, subject: str, reason: str = "", scope: str | None = None
) -> None:
    """One entry per command and action; `subject` is an id, never a name."""
    if not noted(session, context, action):
        session.add(
            AuditEntry(
                id=_entry_id(context, action),
                scope=scope or context.agency_id,
                actor=context.actor,
                action=action,
                subject=subject,
                reason=reason,
                at=context.at,
                device_id=context.device_id,
            )
        )


def noted(session: Session, context: Context, action: str) -> bool:
    """Whether this very command left that trace when it ran before."""
    return session.get(AuditEntry, _entry_id(context, action)) is not None


def _entry_id(context: Context, action: str) -> str:
    return context.new_id(f"audit {action}")
