"""Receipts and quittances to take away."""
