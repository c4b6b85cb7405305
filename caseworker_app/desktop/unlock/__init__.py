"""The door: the passphrase, and the first run."""
