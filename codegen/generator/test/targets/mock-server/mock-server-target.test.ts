import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { describe, expect, it } from "vitest";
import type { ServicePlan } from "@tinsmith/service";

import { modelAccess } from "../../../src/model-access.js";
import { formatText, printFile } from "../../../src/print/print-file.js";
import { mockServerTarget } from "../../../src/targets/mock-server/mock-server-target.js";
import { modelOf, planOfModel } from "../../../../service/test/load-plan.js";
import { usesAny } from "../../type-errors.js";

const weather = fileURLToPath(new URL("../../fixtures/weather/model", import.meta.url));
const golden = (path: string) => fileURLToPath(new URL(`golden/weather/${path}`, import.meta.url));

async function planOfWeather(): Promise<ServicePlan> {
  const names = (await readdir(weather)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(weather, name), "utf8")));
  return planOfModel(modelOf(...texts));
}

async function generate(plan: ServicePlan, options: { command?: string } = {}) {
  const generated = await mockServerTarget.generate(plan, {
    ...modelAccess(modelOf('$version: "2"\nnamespace none')),
    options,
    packageName: "@example/weather-mock-server",
    siblings: new Map([["types", { target: "types", packageName: "@example/weather-types" }]]),
    plugins: {},
  });
  const files = new Map<string, string>();
  for (const file of generated.files) {
    if (!("code" in file)) throw new Error(`${file.path} is not code`);
    files.set(file.path, await printFile(file.path, file.code, { source: "smithy-build.json" }));
  }
  return { files, facts: generated.package };
}

const aws = `$version: "2"
namespace lamps
use aws.api#service
use aws.protocols#awsJson1_0
@service(sdkId: "Lamp Control")
@awsJson1_0
service Lamps { version: "1", operations: [Switch] }
@examples([{ title: "On", input: { on: true }, output: { note: "\\\\d \`\${x}\`" } }])
operation Switch { input := { on: Boolean }, output := { note: String } }
`;

describe("the mock server of the weather service", () => {
  it("equals the snapshot (vitest -u updates it)", async () => {
    const { files } = await generate(await planOfWeather());
    for (const [path, text] of files) await expect(text).toMatchFileSnapshot(golden(`${path}.txt`));
    expect([...files.keys()].map((path) => `${path}.txt`).sort()).toEqual(
      (await readdir(golden(""))).sort(),
    );
  });

  it("is not changed by oxfmt, and does not use the type any", async () => {
    const { files } = await generate(await planOfWeather());
    for (const [path, text] of files) {
      expect(await formatText(path, text)).toBe(text);
      expect(usesAny(text)).toBe(false);
    }
  });
});

describe("a mock server", () => {
  it("supports the protocols of its service that the runtime contains", async () => {
    const { files } = await generate(planOfModel(modelOf(aws)));
    expect(files.get("service.ts")).toContain(
      "protocols: [awsJson1_0(schema, { constraints: constraints })]",
    );
  });

  it("is rejected for a service without a known protocol", async () => {
    const plan = planOfModel(modelOf('$version: "2"\nnamespace a\nservice S { version: "1" }'));
    await expect(generate(plan)).rejects.toThrow("The service a#S has no supported protocol.");
  });

  it("is rejected without the target types", () => {
    const plan = planOfModel(modelOf(aws));
    const context = {
      ...modelAccess(modelOf(aws)),
      options: {},
      packageName: "x",
      siblings: new Map(),
      plugins: {},
    };
    expect(() => mockServerTarget.generate(plan, context)).toThrow('requires the target "types"');
  });

  it("contains the examples of the model, even with special characters", async () => {
    const { files } = await generate(planOfModel(modelOf(aws)));
    expect(files.get("examples.ts")).toContain(
      '{ title: "On", input: { on: true }, output: { note: "\\\\d `${x}`" } }',
    );
  });

  it("contains the member values for which the first waiter of an operation succeeds", async () => {
    const text = aws
      .replace("use aws.protocols", "use smithy.waiters#waitable\nuse aws.protocols")
      .replace(
        "@examples",
        `@waitable(
  LampOn: { acceptors: [{ state: "success", matcher: { output: { path: "note", expected: "on", comparator: "stringEquals" } } }] }
  LampOut: { acceptors: [{ state: "success", matcher: { output: { path: "note", expected: "out", comparator: "stringEquals" } } }] }
)
@examples`,
      );
    const { files } = await generate(planOfModel(modelOf(text)));
    expect(files.get("server.ts")).toContain('settled: { Switch: [["note", "on"]] },');
    const plain = await generate(planOfModel(modelOf(aws)));
    expect(plain.files.get("server.ts")).not.toContain("settled");
  });

  it("has a command that is named after its service and that names the endpoint variable", async () => {
    const { files, facts } = await generate(planOfModel(modelOf(aws)));
    expect(files.get("command.ts")).toContain('environment: ["AWS_ENDPOINT_URL_LAMP_CONTROL"]');
    expect(facts?.bin).toEqual({ "lamp-control-mock": "./dist/bin.js" });
  });

  it("has a command that does not name an AWS variable for a service outside AWS", async () => {
    const plan = planOfModel(
      modelOf(`$version: "2"
namespace demo.lamps
use smithy.protocols#rpcv2Cbor
@rpcv2Cbor
service Lamps { version: "1", operations: [Switch] }
operation Switch {}
`),
    );
    const { files } = await generate(plan);
    expect(files.get("command.ts")).toContain("environment: [],");
    expect(files.get("command.ts")).not.toContain("AWS");
  });

  it("has a command with the name in the configuration", async () => {
    const { files, facts } = await generate(planOfModel(modelOf(aws)), { command: "lampd" });
    expect(files.get("command.ts")).toContain('name: "lampd"');
    expect(facts?.bin).toEqual({ lampd: "./dist/bin.js" });
  });
});

describe("a mock server of a service for browsers", () => {
  const shop = `$version: "2"
namespace shop
use aws.protocols#restJson1
@restJson1
@cors(origins: { beta: "https://beta.shop.test", prod: "https://shop.test" }, maxAge: 60, additionalExposedHeaders: ["x-trace"])
@httpApiKeyAuth(name: "x-api-key", in: "header")
@httpBearerAuth
@auth([httpBearerAuth, httpApiKeyAuth])
service Shop { version: "1", operations: [Buy, Look, Check] }
@http(method: "POST", uri: "/buy") operation Buy {}
@optionalAuth @readonly @http(method: "GET", uri: "/look") operation Look {}
@auth([]) @readonly @http(method: "GET", uri: "/check") operation Check {}
`;

  it("contains the origins of all stages", async () => {
    const { files } = await generate(planOfModel(modelOf(shop)));
    expect(files.get("service.ts")).toContain(
      'origins: ["https://beta.shop.test", "https://shop.test"],\n    maxAge: 60,\n    exposedHeaders: ["x-trace"],',
    );
  });

  it("contains the schemes of the service, and of operations with other schemes", async () => {
    const { files } = await generate(planOfModel(modelOf(shop)));
    const text = files.get("service.ts")?.replaceAll(/\s+/g, " ");
    expect(text).toContain(
      'schemes: [ { id: "smithy.api#httpBearerAuth", kind: "httpBearerAuth" }, { id: "smithy.api#httpApiKeyAuth", kind: "httpApiKeyAuth", name: "x-api-key", in: "header" }, ]',
    );
    expect(text).toContain(
      'operations: { Check: [], Look: ["smithy.api#httpBearerAuth", "smithy.api#httpApiKeyAuth", "smithy.api#noAuth"], }',
    );
  });
});

describe("a mock server of a service whose endpoints contain a path label", () => {
  const withRules = (urls: readonly string[]) => {
    const rules = urls.map((url) => ({ type: "endpoint", conditions: [], endpoint: { url } }));
    const ruleSet = {
      version: "1.0",
      parameters: {
        Bucket: { type: "String", documentation: "b" },
        Region: { type: "String", documentation: "r" },
      },
      rules: [{ type: "tree", conditions: [], rules }],
    };
    return planOfModel(
      modelOf(`$version: "2"
namespace files
use aws.protocols#restXml
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet
@restXml
@endpointRuleSet(${JSON.stringify(ruleSet)})
service Files { version: "1", operations: [Get] }
@readonly @http(method: "GET", uri: "/{Bucket}/{Key+}")
operation Get { input := {
  @required @httpLabel @contextParam(name: "Bucket") Bucket: String
  @required @httpLabel Key: String
} }`),
    );
  };

  it("lists the suffixes of its hosts, except for ambiguous suffixes", async () => {
    const plan = withRules([
      "https://{Bucket}.files.{Region}.{partition#dnsSuffix}",
      "https://{Bucket}.files.us-east-1.{partition#dnsSuffix}/",
      "https://{Bucket}.files.{partition#dnsSuffix}",
      "https://{Bucket}.files-{zone}.example.com",
      "https://{Bucket}.{url#authority}",
      "https://files.{Region}.example.com",
      "https://{name}-{account}.files.example.com",
    ]);
    const { files } = await generate(plan);
    expect(files.get("service.ts")).toContain(
      'virtualHosts: ["files-{label}.example.com", "files.{label}.{partition}", "files.{partition}"],',
    );
  });

  it("verifies signatures of paths that are encoded once if the endpoint rules require this", async () => {
    const plan = planOfModel(
      modelOf(`$version: "2"
namespace files
use aws.auth#sigv4
use aws.protocols#restXml
use smithy.rules#endpointRuleSet
@restXml
@sigv4(name: "files")
@endpointRuleSet(${JSON.stringify({
        version: "1.0",
        parameters: {},
        rules: [
          {
            type: "endpoint",
            conditions: [],
            endpoint: {
              url: "https://files.example.com",
              properties: { authSchemes: [{ name: "sigv4", disableDoubleEncoding: true }] },
            },
          },
        ],
      })})
service Files { version: "1" }`),
    );
    const { files } = await generate(plan);
    expect(files.get("service.ts")).toContain(
      'signing: { name: "files", doubleEncodePath: false }',
    );
  });

  it("lists no host suffixes if the label is not part of a host", async () => {
    const { files } = await generate(withRules(["https://files.{Region}.example.com"]));
    expect(files.get("service.ts")).not.toContain("virtualHosts");
  });
});
