"""The parts of a report, one a file: `claims` says what is claimed, `section` lays it out."""
