"""What stations may ask of central, one file per subject."""
