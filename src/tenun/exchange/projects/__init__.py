"""Project files of other programs: Taguette and QualCoder both ways, RQDA in."""
