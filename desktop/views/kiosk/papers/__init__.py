"""Receipts and rent receipts to take away."""
