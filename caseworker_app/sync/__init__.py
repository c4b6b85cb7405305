"""The network as the laptop sees it: one courier to one server, which may be gone at any byte."""
