"""From a PDF to running text with a box for every word: pieces, lines, columns, paragraphs."""
