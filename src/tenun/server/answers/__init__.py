"""The shapes of what comes in and goes out: the models that the OpenAPI document and the typed client are made from."""
