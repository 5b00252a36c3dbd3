"""Devices on the desk: each has its word, a simulator and real drivers."""
