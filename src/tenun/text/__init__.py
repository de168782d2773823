"""Text as Tenun counts it: half-open spans in Unicode code points, and what converts to and from them."""
