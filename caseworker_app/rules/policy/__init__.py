"""规则包: the dated, sourced values of a place and of the nation, read, checked and compared."""
