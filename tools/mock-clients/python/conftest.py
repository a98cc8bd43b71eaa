"""Fixtures of pytest for the mock server of AWS Marketplace Metering. They need no packages."""

import json
import os
import shlex
import subprocess
import urllib.error
import urllib.request

import pytest

COMMAND = os.environ.get("MOCK_SERVER", "npx --yes @marketplace-metering/mock-server")


class MockServer:
    """A mock server in a separate process, and its control API."""

    def __init__(self, *options):
        self._process = subprocess.Popen(
            [*shlex.split(COMMAND), "--json", "--quiet", *options],
            stdout=subprocess.PIPE,
            text=True,
        )
        started = json.loads(self._process.stdout.readline() or "{}")
        if started.get("event") != "started":
            raise RuntimeError(f"The mock server did not start: {started}")
        self.url = started["url"]
        self.environment = started["environment"]

    def control(self, method, path, body=None):
        """Sends a request to the control API: ("POST", "/clock", {"freeze": True})."""
        data = None if method == "GET" else json.dumps(body or {}).encode()
        request = urllib.request.Request(
            f"{self.url}/_mock{path}",
            data=data,
            method=method,
            headers={"content-type": "application/json"},
        )
        try:
            with urllib.request.urlopen(request) as response:
                text = response.read().decode()
        except urllib.error.HTTPError as error:
            raise AssertionError(error.read().decode()) from None
        return json.loads(text) if text else None

    def stop(self):
        self._process.terminate()
        self._process.wait(timeout=10)


@pytest.fixture(scope="session")
def mock_process():
    server = MockServer()
    yield server
    server.stop()


@pytest.fixture
def mock_server(mock_process, monkeypatch):
    """The mock server, restored after each test; clients of AWS find it in the environment."""
    for name, value in mock_process.environment.items():
        monkeypatch.setenv(name, value)
    boundary = mock_process.control("POST", "/boundaries")["id"]
    yield mock_process
    mock_process.control("DELETE", f"/boundaries/{boundary}")
