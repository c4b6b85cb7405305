"""The law as pure functions: pack and day are arguments, every answer carries its grounds."""
