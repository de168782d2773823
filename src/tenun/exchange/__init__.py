"""Formats that go both ways, one file each."""
