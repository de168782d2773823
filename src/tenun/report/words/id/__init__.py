"""The words of the Indonesian report."""
