"""A test client that caches plain pages, because some take a second to render."""

from flask.testing import FlaskClient


class OncePerPage(FlaskClient):
    """A test client that renders each page once: it caches GET requests that have nothing but a path."""

    def get(self, path, **more):
        if more:
            return super().get(path, **more)
        if path not in self._kept:
            self._kept[path] = super().get(path)
        return self._kept[path]


def client_of(app):
    """Return a caching test client, for an application that no test changes."""
    client = OncePerPage(app, app.response_class)
    client._kept = {}
    return client
