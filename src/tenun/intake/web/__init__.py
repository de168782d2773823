"""Web pages as they came, and their main text."""
