"""The proof of what the privacy page promises: `make proof` runs it, and writes content/proof.json."""
