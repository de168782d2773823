"""Documents of Word, LibreOffice and their like."""
