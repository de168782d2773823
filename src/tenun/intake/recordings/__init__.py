"""What was said and when: turns in the usual styles of transcripts, cues of subtitles, recordings beside them."""
