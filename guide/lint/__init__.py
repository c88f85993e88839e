"""Checks for the people who write the content. A check is a function that yields problems."""
