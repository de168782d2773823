"""Two copies of a study made one again, and what is left to a person settled."""
