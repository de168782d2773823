"""Parts of `bench/web_speed.py`: the corpus, the two programs on it, and what is measured of each."""
