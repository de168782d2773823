"""Projects of other programs, and a study as one of them: what is carried, what is lost, what travels beside."""
