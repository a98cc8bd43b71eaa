"""Calls services with boto3 as another program says.

Each line of standard input is a call, each line of standard output its outcome, both JSON:

    {"service": "sqs", "endpoint": "http://127.0.0.1:4100", "operation": "ListQueues", "input": {}}
    {"output": {"QueueUrls": []}}                 or {"pages": [...]}, where "paginate" is true
    {"error": {"name": "QueueDoesNotExist", "code": "...", "message": "...", "status": 400, ...}}

    {"service": "sqs", "endpoint": "...", "listErrors": true}
    {"errors": ["QueueDoesNotExist", ...]}

What JSON has no form for is an object of one member: {"$date": "2026-11-01T05:00:00+00:00"} for
times, {"$bytes": "aGk="} for bytes.
"""

import base64
import datetime
import json
import sys
from typing import Any

import boto3
from botocore.config import Config
from botocore.eventstream import EventStream
from botocore.exceptions import BotoCoreError, ClientError
from botocore.model import Shape
from botocore.response import StreamingBody

Json = Any


def read_value(value: Json, shape: Shape | None) -> Any:
    """What a value of the other program is in Python.

    Some numbers of models are strings in boto3, for the sake of programs that are older than the models.
    """
    if isinstance(value, list):
        member = getattr(shape, "member", None)
        return [read_value(element, member) for element in value]
    if isinstance(value, int) and shape is not None and shape.type_name == "string":
        return str(value)
    if not isinstance(value, dict):
        return value
    if set(value) == {"$date"}:
        return datetime.datetime.fromisoformat(value["$date"])
    if set(value) == {"$bytes"}:
        return base64.b64decode(value["$bytes"])
    members = getattr(shape, "members", {})
    return {name: read_value(member, members.get(name)) for name, member in value.items()}


def write_value(value: Any) -> Json:
    """A value of boto3 as the other program reads it; streams and events to their end."""
    if isinstance(value, datetime.datetime):
        return {"$date": value.astimezone(datetime.timezone.utc).isoformat()}
    if isinstance(value, (bytes, bytearray)):
        return {"$bytes": base64.b64encode(value).decode()}
    if isinstance(value, StreamingBody):
        return write_value(value.read())
    if isinstance(value, EventStream):
        return [write_value(event) for event in value]
    if isinstance(value, (list, tuple)):
        return [write_value(element) for element in value]
    if isinstance(value, dict):
        return {
            name: write_value(member)
            for name, member in value.items()
            if name != "ResponseMetadata"
        }
    return value


class Clients:
    """One client for each service, endpoint and number of attempts."""

    def __init__(self) -> None:
        self._clients: dict[tuple[str, str, int], Any] = {}

    def get(self, service: str, endpoint: str, attempts: int) -> Any:
        key = (service, endpoint, attempts)
        if key not in self._clients:
            self._clients[key] = boto3.client(
                service,
                endpoint_url=endpoint,
                region_name="eu-central-1",
                aws_access_key_id="AKIDINTEROP",
                aws_secret_access_key="secret",
                config=Config(
                    retries={"total_max_attempts": attempts, "mode": "standard"},
                    inject_host_prefix=False,
                    s3={"addressing_style": "path"},
                ),
            )
        return self._clients[key]


def method_of(client: Any, operation: str) -> str:
    for method, name in client.meta.method_to_api_mapping.items():
        if name == operation:
            return method
    raise KeyError(f"boto3 knows no operation {operation}")


def describe_error(error: ClientError) -> Json:
    response = error.response
    envelope = response.get("Error", {})
    members = {
        name: write_value(member)
        for name, member in response.items()
        if name not in ("Error", "ResponseMetadata", "message", "Message")
    }
    metadata = response.get("ResponseMetadata", {})
    return {
        # boto3 makes a class for each error of a model; anything else is a ClientError.
        "name": type(error).__name__,
        "code": envelope.get("Code"),
        "message": envelope.get("Message"),
        "status": metadata.get("HTTPStatusCode"),
        "attempts": metadata.get("RetryAttempts", 0) + 1,
        "members": members,
    }


def answer(clients: Clients, call: Json) -> Json:
    client = clients.get(call["service"], call["endpoint"], call.get("attempts", 1))
    if call.get("listErrors"):
        return {"errors": [shape.name for shape in client.meta.service_model.error_shapes]}
    method = method_of(client, call["operation"])
    model = client.meta.service_model.operation_model(call["operation"])
    call_input = read_value(call["input"], model.input_shape)
    try:
        if call.get("paginate"):
            pages = client.get_paginator(method).paginate(**call_input)
            return {"pages": [write_value(page) for page in pages]}
        output = getattr(client, method)(**call_input)
        attempts = output["ResponseMetadata"].get("RetryAttempts", 0) + 1
        return {"output": write_value(output), "attempts": attempts}
    except ClientError as error:
        return {"error": describe_error(error)}


def main() -> None:
    clients = Clients()
    for line in sys.stdin:
        try:
            outcome = answer(clients, json.loads(line))
        except (BotoCoreError, KeyError, TypeError, ValueError) as error:
            # Nothing that a service answered: boto3 could not send it, or not read it.
            outcome = {"problem": f"{type(error).__name__}: {error}"}
        print(json.dumps(outcome), flush=True)


if __name__ == "__main__":
    main()
