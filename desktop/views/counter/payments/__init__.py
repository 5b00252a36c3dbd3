"""Taking cash or a cheque."""
