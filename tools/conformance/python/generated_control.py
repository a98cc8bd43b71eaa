"""Uses a client that openapi-python-client generated from the control API: URL FOLDER."""

import importlib
import pathlib
import sys

url, folder = sys.argv[1:]
sys.path.insert(0, folder)
[package] = [path.name for path in pathlib.Path(folder).iterdir() if (path / "client.py").exists()]


def part(name):
    return importlib.import_module(f"{package}.{name}")


client = part("client").Client(base_url=url)
models = part("models")


def call(operation, **arguments):
    return part(f"api.default.{operation}").sync_detailed(client=client, **arguments)


health = call("get_health")
assert health.status_code == 200 and health.parsed.status == "ok", health

freeze = models.PostClockBody.from_dict({"freeze": "2026-11-01T05:59:00Z"})
clock = call("post_clock", body=freeze)
assert clock.parsed.now == "2026-11-01T05:59:00.000Z" and clock.parsed.frozen, clock

override = {"operation": "MeterUsage", "throws": "ThrottlingException"}
made = call("post_overrides", body=models.PostOverridesBody.from_dict(override))
assert made.status_code == 201 and made.parsed.id, made

listed = call("get_overrides").parsed.overrides
assert [(one.operation, one.lasting) for one in listed] == [
    ("MeterUsage", "throws ThrottlingException")
], listed

removed = call("delete_overrides_by_id", id=made.parsed.id)
assert removed.status_code == 204, removed

settings = call("put_settings", body=models.PutSettingsBody.from_dict({"dryRun": "success"}))
assert settings.parsed.to_dict()["dryRun"] == "success", settings

token = {"customer": "777788889999", "product": "4rjezcm9xqk27tdplw0sv1gnb"}
issued = call("post_tokens", body=models.PostTokensBody.from_dict(token))
assert issued.parsed.token, issued
print("ok")
