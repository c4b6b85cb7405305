"""The files of others: photos and departments' lists, taken in and never trusted."""
