"""Passwords, one-time codes, device identity and keys at rest."""
