"""A made-up study and the plain way of ranking it, for `bench/ranking_speed.py`."""
