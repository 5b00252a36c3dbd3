"""Whether the tenant's home is insured, as far as the agency was shown."""
