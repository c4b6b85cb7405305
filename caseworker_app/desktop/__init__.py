"""The screens: the only package that knows Qt.

``theme`` is how it looks, ``widgets`` what screens are made of, ``tasks`` the only threads,
``window`` the frame; one folder a feature with ``presenter`` (no Qt) and ``page``.
"""
