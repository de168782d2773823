"""What comes in: study folders, documents, tables, surveys, references, pages of the web."""
