"""Business rules as pure functions: no file, no database, no screen."""
