"""Step 3, 三核查: income, spending, how the household really lives; and its property."""
