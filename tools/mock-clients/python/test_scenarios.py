"""Runs the scenarios with urllib."""

import pathlib
import re
import urllib.error
import urllib.request
from dataclasses import dataclass, field

import pytest
from conftest import MockServer

SCENARIOS = pathlib.Path(__file__).parent.parent / "scenarios.txt"


@dataclass
class Step:
    method: str
    path: str
    headers: dict = field(default_factory=dict)
    body: list = field(default_factory=list)
    times: int = 1
    expected: list = field(default_factory=list)


def read_scenarios():
    """Returns the options of a server, the title and the steps of each scenario."""
    scenarios, options, steps = [], (), []
    for line in SCENARIOS.read_text(encoding="utf-8").splitlines():
        sign, _, rest = line.partition(" ")
        if sign == "===":
            options = tuple(rest.split())
        elif sign == "###":
            steps = []
            scenarios.append(pytest.param(options, steps, id=rest))
        elif sign == ">" and re.match("[A-Z]+ /", rest):
            steps.append(Step(*rest.split(" ")))
        elif sign == ">":
            name, _, value = rest.partition(":")
            steps[-1].headers[name] = value.strip()
        elif sign == ".":
            steps[-1].body.append(rest)
        elif sign == "*":
            steps[-1].times = int(rest)
        elif sign in ("<", "?", "!", "$"):
            steps[-1].expected.append((sign, rest))
    return scenarios


@pytest.fixture(scope="module")
def servers():
    """Starts a server for options when they are first used."""
    running = {}

    def server_of(options):
        if options not in running:
            running[options] = MockServer(*options)
        return running[options]

    yield server_of
    for server in running.values():
        server.stop()


def send(server, step, values):
    """Sends the request of a step and returns the status, and head and body as one text."""
    body = fill("\n".join(step.body), values).encode() or None
    request = urllib.request.Request(
        server.url + fill(step.path, values), data=body, method=step.method, headers=step.headers
    )
    try:
        response = urllib.request.urlopen(request)
    except urllib.error.HTTPError as error:
        response = error
    with response:
        head = "".join(f"{name.lower()}: {value}\n" for name, value in response.headers.items())
        return response.status, head + "\n" + response.read().decode()


def fill(text, values):
    return re.sub(r"\$\{(\w+)\}", lambda name: values.get(name[1], ""), text)


@pytest.mark.parametrize(("options", "steps"), read_scenarios())
def test_scenario(servers, options, steps):
    server = servers(options)
    boundary = server.control("POST", "/boundaries")["id"]
    values = {}
    try:
        for step in steps:
            for _ in range(step.times):
                status, text = send(server, step, values)
            for sign, rest in step.expected:
                if sign == "<":
                    assert status == int(rest), text
                elif sign == "?":
                    assert re.search(fill(rest, values), text), text
                elif sign == "!":
                    assert not re.search(fill(rest, values), text), text
                else:
                    name, _, pattern = rest.partition(" ")
                    values[name] = re.search(pattern, text)[1]
    finally:
        server.control("DELETE", f"/boundaries/{boundary}")
