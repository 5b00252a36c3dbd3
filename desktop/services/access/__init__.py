"""Who gets in: activation, a tenant's account, staff, and failed attempts."""
