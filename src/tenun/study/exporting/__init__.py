"""What goes out: tables, coded texts, the codebook, the bundle, and copies without confidential texts."""
