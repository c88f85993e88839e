"""A temporary WordPress from Debian's packages, with its own database, files and server."""

import os
import pwd
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from support.server import STARTS_WITHIN, free_port, stop, wait_for

DEBIAN = Path("/usr/share/wordpress")
OURS = Path(__file__).parents[1] / "wordpress"
PROGRAMS = ("mariadbd", "mariadb-install-db", "php")


class WordPress:
    """A running WordPress: its address, its version, and posts of its users."""

    def __init__(self, address, folder, environment):
        self.address = address
        self._run = {"cwd": folder, "env": environment}
        self.version = self._script("install")

    def post(self, content, *, by="author"):
        """Publish a post; return its address."""
        return self._script("post", by, content=content)

    def _script(self, name, *arguments, content=""):
        program = ["php", OURS / f"{name}.php", *arguments]
        reported = {"input": content, "capture_output": True, "text": True, "timeout": STARTS_WITHIN}
        done = subprocess.run(program, **reported, **self._run)
        assert (done.returncode, done.stderr) == (0, ""), f"{name}.php: {done.stdout} {done.stderr}"
        return done.stdout


@contextmanager
def running(guide):
    """Run WordPress on 127.0.0.1 while the block runs; it can reach only the guide at this address."""
    _need_programs()
    # Not below the folder of the test: the name of a socket has at most 107 letters.
    with tempfile.TemporaryDirectory(prefix="wp-") as name:
        folder = Path(name)
        site = _copy(folder / "site")
        with _database(folder) as socket:
            address = f"http://127.0.0.1:{free_port()}"
            environment = os.environ | {
                "WORDPRESS_SOCKET": str(socket),
                "WORDPRESS_ADDRESS": address,
                "GUIDE_HOST": urlsplit(guide).hostname,
                "GUIDE_PORT": str(urlsplit(guide).port),
            }
            wordpress = WordPress(address, site, environment)
            with _process(["php", "-S", address.removeprefix("http://")], folder, cwd=site, env=environment) as server:
                wait_for(f"{address}/wp-login.php", server)
                yield wordpress


def _need_programs():
    missing = [name for name in PROGRAMS if not _program(name)]
    missing += [] if DEBIAN.is_dir() else [str(DEBIAN)]
    assert not missing, f"{missing} not found: `make test-wordpress` installs or names what it needs"


def _program(name):
    return shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")


def _copy(site):
    """Copy Debian's files with our configuration, which WordPress reads from its own folder."""
    shutil.copytree(DEBIAN, site, ignore=shutil.ignore_patterns(".htaccess"))
    shutil.copy(OURS / "wp-config.php", site)
    plugins = site / "wp-content" / "mu-plugins"
    plugins.mkdir()
    shutil.copy(OURS / "site.php", plugins)
    return site


@contextmanager
def _database(folder):
    """Run a MariaDB that is reached only through a socket in this folder; yield the socket."""
    data, socket = folder / "data", folder / "socket"
    common = ["--no-defaults", f"--datadir={data}", f"--user={pwd.getpwuid(os.getuid()).pw_name}"]
    install = [_program("mariadb-install-db"), *common, "--auth-root-authentication-method=normal", "--skip-test-db"]
    subprocess.run(install, check=True, capture_output=True, timeout=STARTS_WITHIN)
    serve = [_program("mariadbd"), *common, f"--socket={socket}", "--skip-networking", "--skip-grant-tables"]
    with _process(serve, folder) as server:
        give_up = time.monotonic() + STARTS_WITHIN
        while not socket.exists():
            if server.poll() is not None or time.monotonic() > give_up:
                raise RuntimeError((folder / "mariadbd.log").read_text())
            time.sleep(0.1)
        yield socket


@contextmanager
def _process(command, folder, **options):
    """Run a program with its output in a file of this folder; end it by its own id."""
    with (folder / f"{Path(command[0]).name}.log").open("w") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, **options)
        try:
            yield process
        finally:
            stop(process)
