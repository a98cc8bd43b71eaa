import type { StaticOperationSchema, StaticStructureSchema, StaticListSchema } from "@smithy/types";
import { awsJson1_1 } from "@tinsmith/protocols/aws-json/server";
import { expect, it, describe } from "vitest";
import { coverageText, createServer } from "../../src/entries/index.js";
import { request, weather } from "../services/weather-service.js";
import type { WeatherHandlers } from "../services/weather-service.js";

describe("coverage", () => {
  it("counts operations, modeled errors, other errors and statuses", async () => {
    const server = createServer<WeatherHandlers>({
      ...weather,
      handlers: { GetForecast: () => ({}) },
    });
    server.on("GetForecast").throwsOnce("NoSuchCity");
    for (let n = 0; n < 3; n++) await server.handle(request("GetForecast", { city: "Bern" }));
    await server.handle(request("GetForecast", {}));
    const report = server.coverage.report();
    expect(report.operations).toEqual([
      {
        name: "GetForecast",
        requests: 4,
        successes: 2,
        errors: { NoSuchCity: 1, Overloaded: 0 },
        otherErrors: { ValidationException: 1 },
        statuses: { 200: 2, 400: 1, 404: 1 },
      },
      { name: "Ping", requests: 0, successes: 0, errors: {}, otherErrors: {}, statuses: {} },
    ]);
    expect(report.totals).toEqual({
      operations: { covered: 1, total: 2 },
      errors: { covered: 1, total: 2 },
      enumValues: { covered: 0, total: 0 },
    });
  });

  it("is kept by resets until it is cleared", async () => {
    const server = createServer<WeatherHandlers>({
      ...weather,
      handlers: { GetForecast: () => ({}) },
    });
    await server.handle(request("GetForecast", { city: "Bern" }));
    server.reset();
    expect(server.coverage.report().totals.operations.covered).toBe(1);
    server.coverage.clear();
    expect(server.coverage.report().totals.operations.covered).toBe(0);
  });

  it("counts enum values at any depth of inputs and outputs, even in recursive shapes", async () => {
    const ns = "example.tree";
    const Node$: StaticStructureSchema = [
      3,
      ns,
      "Node",
      0,
      ["kind", "children"],
      [0, () => Nodes$],
    ];
    const Nodes$: StaticListSchema = [1, ns, "Nodes", 0, () => Node$];
    const Grow$: StaticOperationSchema = [9, ns, "Grow", 0, Node$, Node$];
    const service = { namespace: ns, name: "Tree", version: "1" };
    const server = createServer({
      service,
      protocols: [awsJson1_1(service)],
      operations: [{ schema: Grow$, errors: [] }],
      constraints: { Node: { kind: { enum: ["leaf", "branch", "root"] } } },
      handlers: {
        Grow: () => ({
          kind: "branch",
          children: [{ kind: "thorn" }, { children: [{ kind: "leaf" }] }],
        }),
      },
    });
    const { statusCode } = await server.handle({
      ...request("Grow", { kind: "leaf" }),
      headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": "Tree.Grow" },
    });
    expect(statusCode).toBe(200);
    const report = server.coverage.report();
    expect(report.enums).toEqual([
      { member: "Node.kind", values: { leaf: 2, branch: 1, root: 0 }, otherValues: { thorn: 1 } },
    ]);
    expect(report.totals.enumValues).toEqual({ covered: 2, total: 3 });
    expect(coverageText(report)).toBe(
      [
        "operations  1 of 1",
        "errors      none in the model",
        "enum values 2 of 3",
        "",
        "Grow  1 request, 1 without an error",
        "  HTTP 200 × 1",
        "",
        "Node.kind",
        "  ✓ leaf × 2",
        "  ✓ branch × 1",
        "  · root",
        "  ✓ thorn × 1",
        "",
      ].join("\n"),
    );
  });
});
