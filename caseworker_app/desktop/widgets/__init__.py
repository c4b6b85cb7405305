"""What screens are made of. Each widget takes values and gives signals; none knows a use case."""
