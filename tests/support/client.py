"""A test client that caches plain pages, because some take a second to render."""

from flask.testing import FlaskClient


class OncePerPage(FlaskClient):
    """Keeps the answer to a GET of a path; whatever says more than the path is asked for each time."""

    def get(self, path, **more):
        if more:
            return super().get(path, **more)
        if path not in self._kept:
            self._kept[path] = super().get(path)
        return self._kept[path]


def client_of(app):
    """The client of an application that no test changes."""
    client = OncePerPage(app, app.response_class)
    client._kept = {}
    return client
