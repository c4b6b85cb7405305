"""追缴: what was paid too much, what may be asked back, and in which words."""
