"""The replica of central's rows: filled, kept in step, checked, thrown away."""
