import json
import time
import urllib.error
import urllib.request

import pytest


def meter(url, quantity):
    """Meters one hour, as a client of AWS does."""
    body = {
        "UsageRecords": [
            {
                "Timestamp": int(time.time()),
                "CustomerAWSAccountId": "111122223333",
                "LicenseArn": "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a",
                "Dimension": "users",
                "Quantity": quantity,
            }
        ]
    }
    request = urllib.request.Request(
        url,
        data=json.dumps(body).encode(),
        headers={
            "content-type": "application/x-amz-json-1.1",
            "x-amz-target": "AWSMPMeteringService.BatchMeterUsage",
        },
    )
    with urllib.request.urlopen(request) as response:
        return json.load(response)["Results"][0]["Status"]


def test_usage_is_metered(mock_server):
    assert meter(mock_server.url, 3) == "Success"
    mock_server.control("POST", "/verify-metered", {"dimension": "users", "quantity": 3, "times": 1})


def test_each_test_begins_with_the_same_state(mock_server):
    assert mock_server.control("GET", "/records") == {"records": []}


def test_a_failure_is_explained(mock_server):
    meter(mock_server.url, 3)
    with pytest.raises(AssertionError, match="nearest records"):
        mock_server.control("POST", "/verify-metered", {"dimension": "users", "quantity": 4})


def test_throttling(mock_server):
    override = {"operation": "BatchMeterUsage", "throwsOnce": "ThrottlingException"}
    mock_server.control("POST", "/overrides", override)
    with pytest.raises(urllib.error.HTTPError):
        meter(mock_server.url, 3)
    assert meter(mock_server.url, 3) == "Success"
