"""电子封章: seals on PDFs (PAdES) that tell any later change, checked without a network.

What is trusted are raw Ed25519 keys that were pinned long before: the office's, the laptop's own.
Each certifies a P-256 key, the seal other readers understand too. Certificates have no end:
nothing here depends on what a clock says.
"""
