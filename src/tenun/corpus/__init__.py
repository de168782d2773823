"""The sources of a study: what they are, how far they are trusted, who speaks, which of them are one witness."""
