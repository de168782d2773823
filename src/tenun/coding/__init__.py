"""What a researcher does to a text: codes and their versions, passages, codings with facets, rounds, coverage."""
