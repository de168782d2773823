"""From codings to claims: evidence, ranking of motives, triangulation, conflicts, confidence."""
