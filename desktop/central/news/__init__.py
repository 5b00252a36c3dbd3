"""Telling stations that something changed, never what."""
