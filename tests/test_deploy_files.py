"""The samples of deploy/ for containers, Kubernetes and Caddy: what the promise of the privacy page needs of them."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from guide.web.headers import OF_ERRORS

ROOT = Path(__file__).parents[1]
DEPLOY = ROOT / "deploy"
DOCKERFILE = (ROOT / "Dockerfile").read_text("utf-8")
CADDY = (DEPLOY / "Caddyfile").read_text("utf-8")
PARTS = {each["kind"]: each for each in yaml.safe_load_all((DEPLOY / "kubernetes" / "guide.yaml").read_text("utf-8"))}
POD = PARTS["Deployment"]["spec"]["template"]["spec"]
(CONTAINER,) = POD["containers"]
DRAINS = 10  # seconds that `guide serve` takes at most to stop


def test_the_container_is_not_root_and_fetches_nothing_when_it_starts():
    last = DOCKERFILE.rpartition("FROM ")[2]
    assert "USER 65532:65532" in last
    assert 'ENTRYPOINT ["/srv/venv/bin/guide", "serve"]' in last
    assert "pip" not in last
    assert DOCKERFILE.count("--require-hashes") == 1


def test_compose_runs_it_read_only_without_rights_swap_or_a_way_out():
    compose = yaml.safe_load((DEPLOY / "compose.yaml").read_text("utf-8"))
    guide = compose["services"]["guide"]
    assert guide["read_only"]
    assert guide["cap_drop"] == ["ALL"]
    assert guide["user"] == "65532:65532"
    assert guide["mem_limit"] == guide["memswap_limit"]
    assert guide["ulimits"]["core"] == 0
    assert guide["ports"] == ["127.0.0.1:8000:8000"]
    options = compose["networks"]["inside"]["driver_opts"]
    assert options["com.docker.network.bridge.enable_ip_masquerade"] == "false"


def test_kubernetes_runs_it_without_rights_and_lets_nothing_out():
    rights = CONTAINER["securityContext"]
    assert (rights["readOnlyRootFilesystem"], rights["allowPrivilegeEscalation"]) == (True, False)
    assert rights["capabilities"] == {"drop": ["ALL"]}
    assert POD["securityContext"]["runAsNonRoot"]
    assert POD["automountServiceAccountToken"] is False
    policy = PARTS["NetworkPolicy"]["spec"]
    assert (policy["egress"], policy["podSelector"]) == ([], {})
    assert "Egress" in policy["policyTypes"]


def test_new_content_on_kubernetes_loses_no_answer():
    pause = int(re.search(r"sleep\((\d+)\)", str(CONTAINER["lifecycle"]))[1])
    assert POD["terminationGracePeriodSeconds"] > pause + DRAINS
    assert PARTS["Deployment"]["spec"]["strategy"]["rollingUpdate"] == {"maxUnavailable": 0, "maxSurge": 1}
    assert CONTAINER["readinessProbe"]["httpGet"]["path"] == "/readyz"
    assert PARTS["PodDisruptionBudget"]["spec"]["minAvailable"] >= 1
    assert PARTS["HorizontalPodAutoscaler"]["spec"]["minReplicas"] >= 2


def test_every_part_selects_the_pods_of_the_deployment():
    labels = PARTS["Deployment"]["spec"]["template"]["metadata"]["labels"]
    assert PARTS["Service"]["spec"]["selector"] == labels
    assert PARTS["PodDisruptionBudget"]["spec"]["selector"]["matchLabels"] == labels
    assert PARTS["HorizontalPodAutoscaler"]["spec"]["scaleTargetRef"]["name"] == PARTS["Deployment"]["metadata"]["name"]


def test_caddy_logs_no_visit_and_passes_no_address_on():
    lines = [line.strip() for line in CADDY.splitlines() if not line.strip().startswith("#")]
    assert [line for line in lines if line.startswith("log")] == ["log default {"]
    assert "exclude http.log.error http.handlers.reverse_proxy" in lines
    assert {"header_up -X-Forwarded-For", "header_up -X-Real-IP", "header_up -Forwarded"} <= set(lines)
    assert "max_size 16KB" in lines
    assert "admin off" in lines
    assert "respond /readyz 404" in lines
    assert [name for name, value in OF_ERRORS.items() if f'{name} "{value}"' not in lines] == []


@pytest.mark.deploy
def test_systemd_finds_little_that_the_unit_leaves_open():
    """0 is the best of its scale, 10 the worst: what is left are sockets, and limits that the server sets itself."""
    unit = DEPLOY / "guide.service"
    command = ["systemd-analyze", "security", "--offline=true", "--threshold=12", unit]
    judged = subprocess.run(command, capture_output=True, text=True)
    assert judged.returncode == 0, judged.stdout


@pytest.mark.deploy
def test_the_manifests_are_sound_and_the_dockerfile_too():
    tools = ROOT / "build" / "audit" / "bin"
    if not tools.is_dir():
        pytest.skip("`make audit` installs what judges these files")
    subprocess.run([tools / "kubernetes-validate", "--strict", DEPLOY / "kubernetes" / "guide.yaml"], check=True)
    subprocess.run([tools / "hadolint", ROOT / "Dockerfile"], check=True)
