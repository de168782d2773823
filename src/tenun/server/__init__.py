"""The web app's server: HTTP over the services of `study/`, live events, and the built app itself."""
