"""The sample configuration keeps the promise of the privacy page."""

from pathlib import Path

NGINX = (Path(__file__).parents[1] / "deploy" / "nginx.conf").read_text("utf-8")


def lines():
    return [line.split("#")[0].strip() for line in NGINX.splitlines()]


def test_every_server_has_its_logs_off():
    servers = NGINX.count("server {")
    assert lines().count("access_log off;") == servers == 2
    assert lines().count("error_log /dev/null crit;") == servers


def test_no_address_of_a_reader_goes_on():
    assert not [line for line in lines() if "X-Forwarded-For" in line or "X-Real-IP" in line]


def test_no_answer_is_written_to_disk_on_its_way():
    assert "proxy_max_temp_file_size 0;" in lines()
    assert "proxy_request_buffering off;" in lines()
