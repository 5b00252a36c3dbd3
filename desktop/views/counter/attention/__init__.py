"""How the counter stands with central, and what staff should know."""
