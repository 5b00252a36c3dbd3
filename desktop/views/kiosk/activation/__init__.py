"""Activating the account with the letter."""
