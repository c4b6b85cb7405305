"""打印: the day's papers and empty forms, looked at and sent to a printer."""
