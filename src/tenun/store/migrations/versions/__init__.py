"""One file a version of the schema, frozen once it is released."""
