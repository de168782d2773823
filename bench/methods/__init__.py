"""What the methods are measured on, and the peers they are measured beside."""
