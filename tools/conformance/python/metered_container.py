"""A metered container product, as AWS's sample is one: a dry run for each dimension at the start,
then one MeterUsage for each dimension and hour, and a state that stops the product.

Reads commands from standard input, one a line, and answers each with its state as JSON:
"start", "use DIMENSION QUANTITY", "meter", "next-hour". The environment names the server.
"""

import datetime
import json
import os
import sys

import boto3
from botocore.config import Config
from botocore.exceptions import ClientError


class Product:
    """Counts usage and reports it. Two hours without a report stop the product."""

    def __init__(self, code, dimensions, client):
        self.code = code
        self.usage = dict.fromkeys(dimensions, 0)
        self.client = client
        self.state = ""
        self.errors = []
        self.hours_without_report = 0
        self.is_first_hour = True
        # The clock of the container, which a test sets together with that of the server.
        self.now = datetime.datetime.fromisoformat(os.environ["CONTAINER_TIME"])

    def start(self):
        """A product whose dry run fails in any way never meters."""
        try:
            for dimension in self.usage:
                self.meter_usage(dimension, dry_run=True)
        except ClientError as error:
            self.state = "init"
            self.errors.append(error.response["Error"]["Code"])

    def use(self, dimension, quantity):
        if self.state in ("init", "stop"):
            raise RuntimeError("The product does not work.")
        self.usage[dimension] += quantity

    def meter(self):
        """What the product does each hour."""
        if self.state == "init":
            return
        was_reported = True
        for dimension, quantity in self.usage.items():
            # A report of nothing in the first hour would leave no room for another one.
            if self.is_first_hour and quantity == 0:
                continue
            try:
                self.meter_usage(dimension)
                self.usage[dimension] = 0
            except ClientError as error:
                was_reported = False
                self.errors.append(error.response["Error"]["Code"])
        self.is_first_hour = False
        self.hours_without_report = 0 if was_reported else self.hours_without_report + 1
        self.state = ("", "warning", "stop")[min(self.hours_without_report, 2)]

    def meter_usage(self, dimension, dry_run=False):
        self.client.meter_usage(
            ProductCode=self.code,
            Timestamp=self.now,
            UsageDimension=dimension,
            UsageQuantity=self.usage[dimension],
            DryRun=dry_run,
        )


def main():
    client = boto3.client("meteringmarketplace", config=Config(retries={"total_max_attempts": 1}))
    product = Product(os.environ["PRODUCT_CODE"], ["users", "gigabytes"], client)
    for line in sys.stdin:
        command, *words = line.split()
        refusal = None
        if command == "start":
            product.start()
        elif command == "meter":
            product.meter()
        elif command == "next-hour":
            product.now += datetime.timedelta(hours=1)
        else:
            try:
                product.use(words[0], int(words[1]))
            except RuntimeError as error:
                refusal = str(error)
        answer = {"state": product.state, "usage": product.usage, "errors": product.errors}
        if refusal:
            answer["refusal"] = refusal
        print(json.dumps(answer), flush=True)


main()
