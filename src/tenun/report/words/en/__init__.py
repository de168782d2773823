"""The words of the English report."""
