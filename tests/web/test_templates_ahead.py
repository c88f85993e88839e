"""Another process compiles the templates while the server reads the content; what it does not send is compiled here."""

import os

import pytest
from jinja2 import Environment, TemplateSyntaxError
from support import day

from guide.config import Settings
from guide.web import create_app
from guide.web.app import bare_app
from guide.web.server import templates
from guide.web.server.processes import fork

pytestmark = pytest.mark.slow  # `make check` leaves it out: it takes seconds


@pytest.fixture
def compiled_here(monkeypatch):
    """The templates that this process compiles."""
    names, compile = [], Environment.compile

    def noted(self, source, name=None, *more, **options):
        names.append(name)
        return compile(self, source, name, *more, **options)

    monkeypatch.setattr(Environment, "compile", noted)
    return names


@pytest.fixture
def site():
    return create_app(Settings(today=day.today))


@pytest.fixture
def loads(monkeypatch):
    """Loads the templates into a site; afterwards no process is left."""
    children = []
    monkeypatch.setattr(templates, "fork", lambda run: children.append(fork(run)) or children[-1])

    def load(site, bare):
        with templates.compiling(bare) as load_templates:
            load_templates(site)
        with pytest.raises(ChildProcessError):
            os.waitpid(children.pop(), os.WNOHANG)

    return load


def fails():
    raise MemoryError


def test_no_template_is_compiled_here(site, compiled_here, loads):
    loads(site, bare_app)
    assert compiled_here == []
    assert site.jinja_env.bytecode_cache is None
    assert site.test_client().get("/en/help").status_code == 200
    assert compiled_here == []


def test_the_templates_are_compiled_here_if_the_other_process_fails(site, compiled_here, loads):
    loads(site, fails)
    assert sorted(compiled_here) == sorted(site.jinja_env.list_templates())


def test_a_template_that_has_changed_since_is_compiled_here(site, compiled_here, monkeypatch):
    get_source = type(site.jinja_env.loader).get_source

    def changed(self, environment, name):
        source, *more = get_source(self, environment, name)
        return (f"{source}{{% if" if name == "help.html" else source, *more)

    with templates.compiling(bare_app) as load_templates:
        monkeypatch.setattr(type(site.jinja_env.loader), "get_source", changed)
        with pytest.raises(TemplateSyntaxError):
            load_templates(site)
    assert compiled_here == ["help.html"]
