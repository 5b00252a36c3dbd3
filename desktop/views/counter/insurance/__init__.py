"""Writing down a certificate of insurance that a tenant shows."""
