"""The words of every error in English and Indonesian, one file a room, one entry a code."""
