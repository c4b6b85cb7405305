"""归户: to which known person a row of a department belongs.

By identity number, or by nothing: what rules find for a row without a good number is a
candidate with its reason, for a person to decide. ``index.PersonIndex`` answers.
"""
