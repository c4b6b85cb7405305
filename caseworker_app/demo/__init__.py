"""A township of invented people to show and to test the whole way with.

Names, villages and numbers are made up: identity numbers lie under the county code 330199,
telephone numbers under 1990000, and neither is allotted to anybody.
"""
