"""Practice: the same desk over invented people, marked so at all times."""
