"""Shared test code. Tests import from here, and not from other tests."""
