"""A new activation code for somebody whose identity was seen."""
