"""Step 6, 送达: what only this laptop holds, and its way to the centre."""
