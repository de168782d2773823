"""A study folder: `study.yaml`, sources, metadata, codings and facts, as DESIGN section 2 lays them out."""
