"""Programs that Tenun is measured beside, each in a Python of its own, and what runs there."""
