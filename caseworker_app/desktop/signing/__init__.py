"""Step 5, 签字: read aloud, signed, sealed."""
