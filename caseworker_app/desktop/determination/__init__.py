"""Step 4, 认定: the answer of the law with its grounds."""
