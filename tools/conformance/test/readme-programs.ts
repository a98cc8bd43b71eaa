/** A program of examples from a README. */
export interface ReadmeProgram {
  readonly title: string;
  /** The folder of the package. */
  readonly readme: string;
  /** The numbers of the TypeScript or JavaScript examples that form the program. */
  readonly examples: readonly number[];
  /** Code for the parts that the README only describes or leaves to the reader. */
  readonly before?: string;
  /** True if the program cannot run by itself: it waits for calls, or reads the command line. */
  readonly compilesOnly?: true;
  /** Code that checks the result at the end. */
  readonly after?: string;
}

/** The service in the examples of the READMEs of runtimes. */
export const weather = `$version: "2"
namespace example.weather

use aws.protocols#restJson1

@restJson1
service Weather { version: "2026-11-01", operations: [GetForecast, PutObject] }

@examples([{ title: "Bern", input: { city: "Bern" }, output: { chanceOfRain: 0.4 } }])
@readonly
@http(method: "GET", uri: "/forecasts/{city}")
operation GetForecast {
    input := { @required @httpLabel city: String }
    output := { chanceOfRain: Float }
    errors: [NoSuchCity, Overloaded]
}

@http(method: "POST", uri: "/objects")
operation PutObject {
    input := { @required @httpPayload Body: Bytes }
}

@streaming
blob Bytes

@error("client") @httpError(404)
structure NoSuchCity { message: String }

@error("server") @httpError(503)
structure Overloaded { message: String }
`;

const assertion = `import assert from "node:assert/strict";`;

const loadedModel = `
  import { readFileSync as read } from "node:fs";
  import { loadModel } from "@tinsmith/smithy";
  const { model } = loadModel([{ path: "weather.smithy", text: read("weather.smithy", "utf8") }]);
  if (model === undefined) throw new Error("The model does not load.");
`;

const messages = `
  import type { OperationDescription } from "@tinsmith/protocols";
  import { MeterUsage$ } from "@marketplace-metering/types/schemas";
  const operation: OperationDescription = { schema: MeterUsage$, errors: [] };
  const operations = [operation];
`;

const requestOfServer = `
  const request = {
    method: "POST",
    path: "/",
    query: {},
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": "Weather.MeterUsage",
    },
    body: '{"ProductCode":"p","Timestamp":0,"UsageDimension":"users"}',
  };
  const output = { MeteringRecordId: "1" };
`;

const client = `
  import { writeFile, readFile } from "node:fs/promises";
  import model from "@marketplace-metering/model";
  await writeFile("model.json", JSON.stringify(model));
`;

const running = `
  import { createServer } from "@tinsmith/server-runtime";
  import { service } from "./generated/service.js";
  await using server = await createServer({
    ...service,
    handlers: { GetForecast: () => ({ chanceOfRain: 0.4 }) },
  }).listen();
`;

export const programs: readonly ReadmeProgram[] = [
  {
    title: "a client at run time, and its stubs",
    readme: "packages/runtime/dynamic-client",
    examples: [0, 1],
    before: `${assertion}${client}`,
    after: `
      assert.equal(output["ProductCode"], "p");
      await assert.rejects(client.send(new Metering.commands["ResolveCustomer"]!({ RegistrationToken: "t" })));
      assert.equal(stubs.apiRequests.length, 1);
    `,
  },
  {
    title: "a handler of a client",
    readme: "packages/runtime/client-runtime",
    examples: [0],
    before: `${assertion}
      import { MarketplaceMetering } from "@marketplace-metering/client";
      import { buildRequest } from "@marketplace-metering/client/plugins";
      import { ResolveCustomerCommand } from "@marketplace-metering/client";
    `,
    after: `
      const client = new MarketplaceMetering({ region: "us-east-1", plugins: [tenantHeader("a")] });
      const command = new ResolveCustomerCommand({ RegistrationToken: "t" });
      const { request } = await buildRequest(client, command);
      assert.equal(request.headers["x-tenant"], "a");
    `,
  },
  {
    title: "the client's half of a protocol",
    readme: "packages/runtime/protocols",
    examples: [0],
    before: `${assertion}${messages}
      const input = { ProductCode: "p", Timestamp: new Date(0), UsageDimension: "users" };
      const response = { statusCode: 200, headers: {}, body: '{"MeteringRecordId":"1"}' };
    `,
    after: `
      assert.equal(JSON.parse(String(request.body)).UsageDimension, "users");
      assert.deepEqual(result.output, { MeteringRecordId: "1" });
    `,
  },
  {
    title: "the server's half of a protocol",
    readme: "packages/runtime/protocols",
    examples: [1],
    before: `${assertion}${messages}${requestOfServer}`,
    after: `
      assert.equal(typeof route, "function");
      assert.deepEqual(value, { ProductCode: "p", Timestamp: new Date(0), UsageDimension: "users" });
      assert.equal(response.body, '{"MeteringRecordId":"1"}');
    `,
  },
  {
    title: "recorded examples of a model",
    readme: "packages/runtime/recorder",
    examples: [0],
    before: `${assertion}${running}${loadedModel}
      import { planService } from "@tinsmith/service";
    `,
    after: `
      assert.deepEqual(unrecorded.length + calls.length > 0, true);
    `,
  },
  {
    title: "a server, its control, and its matchers",
    readme: "packages/runtime/server-runtime",
    examples: [0, 1, 3],
    compilesOnly: true,
    before: `${assertion}
      import { expect } from "vitest";
    `,
    after: "",
  },
  {
    title: "recording and replaying",
    readme: "packages/runtime/server-runtime",
    examples: [2],
    compilesOnly: true,
    before: `${running}
      const credentials = { accessKeyId: "a", secretAccessKey: "b" };
    `,
  },
  {
    title: "a mock server as a command",
    readme: "packages/runtime/server-runtime",
    examples: [4],
    compilesOnly: true,
    before: `
      import { runMockServer } from "@tinsmith/server-runtime/cli";
      import * as v from "valibot";
      import { createMockServer } from "@example/readme-mock-server";
      import { command } from "./generated/command.js";
      const seedSchema = v.object({});
    `,
  },
  {
    title: "bodies as streams",
    readme: "packages/runtime/server-runtime",
    examples: [5],
    before: `
      import { createWriteStream } from "node:fs";
      import type { Readable } from "node:stream";
      import { pipeline } from "node:stream/promises";
      import { createMockServer } from "@example/readme-mock-server";
    `,
    after: "await server.close();",
  },
  {
    title: "another matcher of patterns",
    readme: "packages/runtime/validation",
    examples: [0],
    before: `${assertion}import { MeterUsageRequest } from "@marketplace-metering/types/validators";`,
    after: `assert.ok((await Careful["~standard"].validate({})).issues);`,
  },
  {
    title: "the plan of a service",
    readme: "codegen/service",
    examples: [0],
    before: assertion,
    after: `assert.deepEqual(plan.operations.map(({ name }) => name), ["GetForecast", "PutObject"]);`,
  },
  {
    title: "the published model",
    readme: "model",
    examples: [0],
  },
];
