"""One visit: the steps in their order, and beside them always what the law says so far."""
