"""家庭变化: what each kind does to members, roles and months, and how it is taken back."""
