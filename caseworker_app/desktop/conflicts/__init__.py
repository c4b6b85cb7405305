"""待裁决: two versions of one record side by side, and a person who decides."""
