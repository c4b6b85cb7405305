"""What every step of a visit leans on: the case on the table, its use cases, the words."""
