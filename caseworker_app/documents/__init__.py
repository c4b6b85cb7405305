"""Paper: values in, PDF bytes out; the same values always give the same bytes."""
