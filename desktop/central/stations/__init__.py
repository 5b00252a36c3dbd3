"""The stations: enrolled, known again, revoked."""
