"""Fonts, icons, style sheets, translations and demo files: no code."""
