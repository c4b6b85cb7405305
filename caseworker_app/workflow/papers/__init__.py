"""文书: what the forms say about a household, from its record."""
