"""复核清单: the households to re-verify, most urgent first."""
