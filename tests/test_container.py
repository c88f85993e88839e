"""The wheel in a clean environment, and the steps of the Dockerfile in a plain Debian: both serve."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from support import wheel
from support.serving import serving

pytestmark = pytest.mark.deploy
ROOT = Path(__file__).parents[1]
DEBIAN = ROOT / "build" / "debian"  # kept: it takes minutes to make
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8").replace("\\\n", "")
OF_DEBIAN = "python3,python3-venv,ca-certificates"
PAGES = {"/": 200, "/en/": 200, "/es/help": 200, "/ar/questions": 200, "/zh-Hans/held": 200, "/en/nothing": 404}


def answers_pages(served):
    assert {path: served.get(path)[0] for path in PAGES} == PAGES
    assert b"</html>" in served.post("/es/result")[2]


def test_the_wheel_in_a_clean_environment_serves(tmp_path):
    made = wheel.build(tmp_path)
    wheel.download(tmp_path / "packages")
    clean = tmp_path / "clean"
    subprocess.run([sys.executable, "-m", "venv", clean], check=True, timeout=120)
    install = [clean / "bin" / "pip", "install", "--quiet", "--no-index", "--find-links", tmp_path / "packages"]
    subprocess.run([*install, "--require-hashes", "-r", wheel.LOCK], check=True, timeout=300)
    subprocess.run([*install, "--no-deps", made], check=True, timeout=120)
    (elsewhere := tmp_path / "elsewhere").mkdir()
    command = ["env", "-i", f"--chdir={elsewhere}"]
    with serving(before=command, program=[str(clean / "bin" / "guide"), "serve"]) as served:
        answers_pages(served)
    assert list(elsewhere.iterdir()) == []


def instructions(name):
    """Return what follows each instruction of this name in the Dockerfile."""
    return re.findall(rf"(?m)^{name} (.+)$", DOCKERFILE)


def inside(*words, user="0:0", **environment):
    """Return a command that runs in the Debian, on a read-only file system with /proc and /dev, as that user."""
    changes = shlex.join(f"{name}={value}" for name, value in environment.items())
    script = f"""mount --bind {DEBIAN} {DEBIAN}; mount -t proc proc {DEBIAN}/proc; mount --rbind /dev {DEBIAN}/dev
mount -o remount,bind,ro {DEBIAN}
exec chroot --userspec={user} {DEBIAN} env -i PATH=/usr/local/bin:/usr/bin:/bin {changes} "$@" """
    return ["unshare", "--mount", "sh", "-ec", script, "sh", *words]


def sent_to_docker():
    """Return the files of this checkout that .dockerignore lets through: it lists what is sent, after a first `*`."""
    first, *rest = (ROOT / ".dockerignore").read_text("utf-8").split()
    assert first == "*"
    listed = [line[1:] for line in rest if line.startswith("!")]
    return subprocess.check_output(["git", "ls-files", *listed], cwd=ROOT, text=True).splitlines()


@pytest.fixture(scope="module")
def debian():
    """A plain Debian in which the first stage of the Dockerfile was run, from what git knows of this checkout."""
    if os.geteuid() or not shutil.which("debootstrap"):
        pytest.skip("needs root, and Debian's debootstrap")
    if not (DEBIAN / "usr" / "bin" / "python3").exists():
        shutil.rmtree(DEBIAN, ignore_errors=True)
        made = ["debootstrap", "--variant=minbase", f"--include={OF_DEBIAN}", "bookworm", str(DEBIAN)]
        subprocess.run(made, check=True, timeout=1500, capture_output=True)
    for folder in ("src", "srv/venv", "packages"):
        shutil.rmtree(DEBIAN / folder, ignore_errors=True)
    for name in sent_to_docker():
        (to := DEBIAN / "src" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, to)
    wheel.download(DEBIAN / "packages")
    (python := DEBIAN / "usr" / "local" / "bin" / "python").unlink(missing_ok=True)
    python.symlink_to("/usr/bin/python3")  # the name that it has in the image
    (step,) = instructions("RUN")
    settings = ["env", "PIP_NO_INDEX=1", "PIP_FIND_LINKS=/packages"]
    command = ["chroot", DEBIAN, *settings, "sh", "-ec", f"cd {instructions('WORKDIR')[0]} && {step}"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    shutil.rmtree(DEBIAN / "src")  # the second stage takes nothing but the environment
    return DEBIAN


def test_the_steps_of_the_dockerfile_serve_in_a_plain_debian(debian):
    """As the image is run: its user, its variables, its command, on a file system that nobody can write."""
    (entry,), (user,) = instructions("ENTRYPOINT"), instructions("USER")
    variables = dict(pair.split("=") for pair in instructions("ENV")[0].split())
    program = re.findall(r'"([^"]+)"', entry)
    command = inside(user=user, **variables | {"HOST": "127.0.0.1"})
    with serving(before=command, program=program) as served:
        answers_pages(served)
        status = Path(f"/proc/{served.workers()[0]}/status").read_text()
        assert re.search(rf"(?m)^Uid:\s+{user.partition(':')[0]}\s", status)
        check = re.findall(r'"((?:[^"\\]|\\.)+)"', instructions("HEALTHCHECK.* CMD")[0])
        healthy = [word.replace("8000", str(served.port)) for word in check]
        assert subprocess.run(inside(*healthy, user=user), timeout=60).returncode == 0
        wrong = [word.replace("8000", "1") for word in check]
        assert subprocess.run(inside(*wrong, user=user), timeout=60, capture_output=True).returncode != 0
