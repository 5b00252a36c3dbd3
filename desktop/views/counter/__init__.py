"""The screens a front-desk agent uses."""
