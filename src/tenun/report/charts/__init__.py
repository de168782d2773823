"""Charts as Vega-Lite specifications: plain data, drawn by `tenun.delivery`."""
