"""Guards: what an input must satisfy before a reader touches it."""
