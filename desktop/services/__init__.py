"""What people do, in their verbs: one file per feature word, run unchanged on stations and on central."""
