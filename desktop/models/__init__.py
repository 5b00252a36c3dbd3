"""What is stored, one file per entity, the same on stations and on central."""
