"""The tour of the first day: a few cards that point at parts of the window."""
