import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createWorkbench } from "../workbench.js";
import type { Workbench } from "../workbench.js";

let bench: Workbench;

beforeEach(async () => {
  bench = await createWorkbench();
});

afterEach(() => bench.remove());

const tasks = `$version: "2"

namespace demo

service Tasks {
    version: "1"
    operations: [GetTask]
}

operation GetTask {
    input := {
        id: String
    }
}
`;

async function build(plugins: Readonly<Record<string, object>>, model = tasks) {
  await bench.write({
    "model/main.smithy": model,
    "model/smithy-build.json": { version: "1.0", sources: ["main.smithy"], plugins },
  });
  const { diagnostics, ...result } = await bench.build();
  const reported = diagnostics
    .filter(({ code }) => code.startsWith("Build."))
    .map(({ severity, code, message }) => `${severity} ${code}: ${message}`);
  return { ...result, reported };
}

describe("a service without a protocol", () => {
  it("has types, documentation and the model, but no client and no server", async () => {
    const { ok, targets, reported } = await build({
      types: { package: "@demo/types" },
      client: { package: "@demo/client" },
      "mock-server": { package: "@demo/mock-server" },
      docs: { package: "@demo/docs" },
      model: { package: "@demo/model" },
    });
    expect(ok).toBe(true);
    expect(targets.map(({ name }) => name)).toEqual(["types", "docs", "model"]);
    expect(reported).toEqual([
      'WARNING Build.Target: The target "client" is skipped: the service demo#Tasks has no protocol',
      'WARNING Build.Target: The target "mock-server" is skipped: the service demo#Tasks has no protocol',
    ]);
  });

  it("causes an error if the client is the only target", async () => {
    const { ok, changes, reported } = await build({ client: { package: "@demo/client" } });
    expect(ok).toBe(false);
    expect(changes).toEqual([]);
    expect(reported).toContain(
      "ERROR Build.Target: Nothing was generated: every target is skipped",
    );
  });
});

describe("a plugin that needs Java", () => {
  it.each(["openapi", "typescript-codegen", "java-client-codegen", "smithy-ruby-codegen::a"])(
    "is skipped with a note: %s",
    async (name) => {
      const { ok, targets, reported } = await build({ types: {}, [name]: { service: "demo#X" } });
      expect(ok).toBe(true);
      expect(targets.map((target) => target.name)).toEqual(["types"]);
      expect(reported).toEqual([
        `NOTE Build.Plugin: The plugin "${name}" is skipped because it needs Java`,
      ]);
    },
  );
});

describe("the warnings about shapes without generated code", () => {
  it("mention an operation without a service and a service without operations", async () => {
    const model = `$version: "2"
namespace demo
@aws.protocols#awsJson1_0
service Empty { version: "1" }
operation Lost {}
`;
    const { ok, reported } = await build({ types: {} }, model);
    expect(ok).toBe(true);
    expect(reported).toEqual([
      "WARNING Build.Service: The service demo#Empty has no operations, so its client and server are empty",
      "WARNING Build.Service: The operation demo#Lost belongs to no service, so nothing is generated for it",
    ]);
  });
});
