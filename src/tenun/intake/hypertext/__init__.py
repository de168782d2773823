"""Pages of HTML, and books made of them."""
