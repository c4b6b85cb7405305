"""Settings: how it looks, when it locks, the passphrase, and what this laptop is."""
