import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { cliName, cliServiceName } from "../../../src/targets/docs/snippets/aws-cli-names.js";

/**
 * A Python program. It prints the commands of the AWS CLI by SDK id, and botocore's spelling of
 * operations and members.
 */
const program = `
import json
import awscli.clidriver
from botocore import xform_name
services, names = {}, {}
for command, entry in awscli.clidriver.create_clidriver()._get_command_table().items():
    model = getattr(entry, "service_model", None)
    if model is None or "." in command:
        continue
    try:
        services[model.metadata["serviceId"]] = command
    except Exception:
        continue
    for operation in model.operation_names:
        names[operation] = xform_name(operation, "-")
        shape = model.operation_model(operation).input_shape
        for member in (shape.members if shape else {}):
            names[member] = xform_name(member, "-")
print(json.dumps([services, names]))
`;

const names = namesOfCli();

function namesOfCli(): [Record<string, string>, Record<string, string>] | undefined {
  try {
    const text = execFileSync(process.env["PYTHON"] ?? "python3", ["-c", program], {
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["ignore", "pipe", "ignore"],
    });
    return JSON.parse(text) as [Record<string, string>, Record<string, string>];
  } catch {
    console.log("Skipped: the names of the AWS CLI (Python with awscli is absent; set PYTHON).");
    return undefined;
  }
}

describe("the names of the AWS CLI", () => {
  it("spell acronyms, plurals and digits like botocore", () => {
    expect(
      ["BatchMeterUsage", "CustomerAWSAccountId", "TargetGroupARNs", "ListWebACLs", "S3Bucket"].map(
        cliName,
      ),
    ).toEqual([
      "batch-meter-usage",
      "customer-aws-account-id",
      "target-group-arns",
      "list-web-acls",
      "s3-bucket",
    ]);
  });

  it("include the irregular commands of some services", () => {
    expect(["S3", "SFN", "SES", "Route 53", "License Manager"].map(cliServiceName)).toEqual([
      "s3api",
      "stepfunctions",
      "ses",
      "route53",
      "license-manager",
    ]);
  });

  it.skipIf(names === undefined)(
    "equal the names in the installed AWS CLI for all services",
    () => {
      const [services = {}] = names ?? [];
      expect(Object.keys(services).length).toBeGreaterThan(380);
      expect(
        Object.fromEntries(Object.keys(services).map((id) => [id, cliServiceName(id)])),
      ).toEqual(services);
    },
  );

  it.skipIf(names === undefined)("spell all operations and members like botocore", () => {
    const [, spelled = {}] = names ?? [];
    const wrong = Object.entries(spelled).filter(([name, expected]) => cliName(name) !== expected);
    // botocore spells the excluded names with a list. Older versions split other names into more
    // words.
    const unlisted = wrong.filter(
      ([name]) => !/iSCSI|HITs?(?![a-z])|OAuth2|OTel|WhatsApp/.test(name),
    );
    expect(unlisted).toEqual([]);
  });
});
