"""Whether homes are insured, and the certificates that prove it."""
