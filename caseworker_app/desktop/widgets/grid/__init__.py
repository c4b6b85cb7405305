"""A sheet to type in: cells of five kinds, keys and clipboard as in a spreadsheet."""
