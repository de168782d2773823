"""Project files of other programs: Taguette both ways, QualCoder and RQDA in."""
