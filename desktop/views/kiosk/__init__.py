"""The screens a tenant uses alone."""
