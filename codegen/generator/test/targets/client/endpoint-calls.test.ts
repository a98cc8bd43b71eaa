import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadModel } from "@tinsmith/smithy";
import type { Model } from "@tinsmith/smithy";
import { describe, expect, it } from "vitest";
import { printFile } from "../../../src/print/print-file.js";
import { emitEndpointTests } from "../../../src/targets/client/endpoint-tests/emit-endpoint-tests.js";
import { awsModelFiles, awsModelsFolder } from "../../../../service/test/aws-models.js";
import { modelOf, planOfModel } from "../../../../service/test/load-plan.js";
import { generateClient, generateClientTests, generateTypes, packages } from "./generate-client.js";
import { checkModules, withModules } from "./run-generated.js";

const corpora = fileURLToPath(new URL("../../../../../../shared/corpora", import.meta.url));

/** Loads a model of the corpus. Models that contain only rules get a protocol. */
function load(path: string): Model {
  const text = readFileSync(path, "utf8");
  const namespace = /^namespace (.+)$/m.exec(text)?.[1] ?? "";
  const service = /^service (\w+)/m.exec(text)?.[1] ?? "";
  const protocol = `$version: "2"\nnamespace endpoint.calls\napply ${namespace}#${service} @aws.protocols#awsJson1_0\n`;
  const sources = path.endsWith(".json") ? [] : [{ path: "protocol.smithy", text: protocol }];
  const { model, diagnostics } = loadModel([{ path, text }, ...sources]);
  if (model === undefined) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return model;
}

const own = modelOf(`$version: "2"
namespace example.depot
use smithy.rules#clientContextParams
use smithy.rules#contextParam
use smithy.rules#endpointRuleSet
use smithy.rules#endpointTests

@aws.protocols#restJson1
@aws.auth#sigv4(name: "depot")
@clientContextParams(Stage: { type: "string" })
@endpointRuleSet({
  version: "1.0"
  parameters: {
    Region: { type: "string", builtIn: "AWS::Region" }
    Account: { type: "string", builtIn: "AWS::Auth::AccountId" }
    Shelf: { type: "string" }
    Stage: { type: "string", required: true, default: "prod" }
  }
  rules: [
    { type: "error", error: "Shelf {Shelf} is closed.", conditions: [
      { fn: "isSet", argv: [{ ref: "Shelf" }] }
      { fn: "stringEquals", argv: [{ ref: "Shelf" }, "closed"] }
    ] }
    { type: "endpoint", conditions: [{ fn: "isSet", argv: [{ ref: "Account" }] }], endpoint: {
      url: "http://{Account}.depot.example:8080/v1/{Stage}"
      headers: { "X-Depot": ["{Stage}"] }
    } }
    { type: "endpoint", conditions: [], endpoint: { url: "https://{Stage}.depot.{Region}.example" } }
  ]
})
@endpointTests({ version: "1.0", testCases: [
  {
    documentation: "an account has a host of its own"
    params: { Region: "eu-west-1", Account: "123456789012", Stage: "test" }
    operationInputs: [{
      operationName: "GetShelf"
      builtInParams: { "AWS::Region": "eu-west-1", "AWS::Auth::AccountId": "123456789012" }
      clientParams: { Stage: "test" }
      operationParams: { shelf: "top" }
    }]
    expect: { endpoint: { url: "http://123456789012.depot.example:8080/v1/test", headers: { "X-Depot": ["test"] } } }
  }
  {
    documentation: "the region's host"
    params: { Region: "eu-west-1" }
    operationInputs: [{ operationName: "GetShelf", builtInParams: { "AWS::Region": "eu-west-1" } }]
    expect: { endpoint: { url: "https://prod.depot.eu-west-1.example" } }
  }
  {
    documentation: "a shelf that is closed"
    params: { Shelf: "closed" }
    operationInputs: [{ operationName: "GetShelf", operationParams: { shelf: "closed" } }]
    expect: { error: "Shelf closed is closed." }
  }
] })
service Depot { version: "1", operations: [GetShelf] }

@endpoint(hostPrefix: "shelves.")
@http(method: "GET", uri: "/shelf")
operation GetShelf {
  input := { @required @contextParam(name: "Shelf") @httpQuery("shelf") shelf: String }
}
`);

/** Generates tests of the cases that call operations. Another test covers the other cases. */
function testsOfCalls(model: Model): Promise<string> {
  const plan = planOfModel(model);
  const cases = plan.endpoint.tests.filter(({ calls }) => calls.length > 0);
  return printFile("endpoints.test.ts", emitEndpointTests(plan, cases), { source: "model" });
}

/** Imports the generated tests of a model, so that vitest collects them. */
async function collect(model: Model): Promise<void> {
  const below = (folder: string, files: Readonly<Record<string, string>>) =>
    Object.entries(files).map(([path, text]) => {
      const up = "../".repeat(path.split("/").length - 1) || "./";
      const types = new RegExp(`"${packages.types}(?:/(\\w+))?"`, "g");
      return [
        `${folder}/${path}`,
        text.replaceAll(types, (_, entry = "index") => JSON.stringify(`${up}types/${entry}.js`)),
      ] as const;
    });
  const files = [
    ...below("src/generated", await generateClient(model)),
    ...below("src/generated/types", await generateTypes(model)),
    ...below("test/generated", { "endpoints.test.ts": await testsOfCalls(model) }),
  ];
  await withModules(Object.fromEntries(files), (importModule) =>
    importModule("test/generated/endpoints.test.js"),
  );
}

describe("the generated endpoint tests of a small service", async () => {
  await collect(own);

  it("compile under the strictest settings", async () => {
    const tests = Object.entries(await generateClientTests(own)).map(([path, text]) => [
      path,
      text.replaceAll("../../src/generated/", "./"),
    ]);
    const client = { ...(await generateClient(own)), ...Object.fromEntries(tests) };
    expect(
      checkModules({ [packages.client]: client, [packages.types]: await generateTypes(own) }),
    ).toEqual([]);
  }, 60_000);
});

/** Models with invalid test cases: a call omits a required client option. */
const incomplete = ["ite.smithy"];

const folder = join(corpora, "endpoints/models");
const models = [
  ...(existsSync(folder) ? readdirSync(folder).map((name) => join(folder, name)) : []),
  ...awsModelFiles().map((name) => join(awsModelsFolder, name)),
]
  .filter((path) => /\.(?:smithy|json)$/.test(path))
  .filter((path) => readFileSync(path, "utf8").includes("operationInputs"))
  .filter((path) => !incomplete.includes(basename(path)));

if (models.length === 0)
  console.info("Skipped: the corpora of endpoint rules are missing in ../shared/corpora.");
else
  console.info(`Skipped, because a call omits a required client option: ${incomplete.join(", ")}`);

describe.skipIf(models.length === 0)("the generated endpoint tests", () => {
  describe.each(models.map((path) => [basename(path), path] as const))(
    "of the model %s",
    async (_, path) => {
      await collect(load(path));
    },
  );
});
