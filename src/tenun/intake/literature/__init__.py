"""Records of literature from RIS, BibTeX and CSL-JSON, and the sources that they describe."""
