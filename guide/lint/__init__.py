"""Checks for editors of the content. A check is a function that yields `Problem`."""
