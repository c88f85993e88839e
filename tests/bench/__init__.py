"""`make bench`: what the guide costs, in tables. Measures and prints, never asserts, and is in no test run."""
