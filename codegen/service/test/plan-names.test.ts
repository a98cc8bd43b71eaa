import { describe, expect, it } from "vitest";
import { kebabCase, kebabWords } from "../src/casing.js";
import { NameScope } from "../src/names.js";
import { demo, planOf } from "./load-plan.js";

describe("the planned names of a service", () => {
  it("are derived from the SDK id", () => {
    const plan = planOf(`$version: "2"
      namespace demo
      use aws.api#service
      @service(sdkId: "IoT Data Plane")
      service Internal { version: "1" }`);
    expect(plan.names).toEqual({
      base: "IoTDataPlane",
      file: "iot-data-plane",
      aggregatedClient: "IoTDataPlane",
      client: "IoTDataPlaneClient",
      clientConfig: "IoTDataPlaneClientConfig",
      clientResolvedConfig: "IoTDataPlaneClientResolvedConfig",
      paginationConfig: "IoTDataPlanePaginationConfiguration",
      exception: "IoTDataPlaneServiceException",
    });
    expect(plan.name).toBe("Internal");
  });

  it("are derived from the service shape without an SDK id", () => {
    expect(planOf(demo("")).names).toMatchObject({ base: "Demo", file: "demo" });
  });

  it("are made unique if shapes have the same name", () => {
    const plan = planOf(
      demo("client: DemoClient, error: DoError", "structure DemoClient {}", "structure DoError {}"),
    );
    expect(plan.names.client).toBe("DemoServiceClient");
    expect(plan.operations[0]?.names.error).toBe("DoErrors");
    expect(plan.shapes.map(({ typeName }) => typeName)).toContain("DemoClient");
  });
});

describe("the planned name of a type", () => {
  const typeName = (shape: string) =>
    planOf(demo(`a: ${shape}`, `structure ${shape} {}`)).shapes.find(({ name }) => name === shape)
      ?.typeName;

  it.each(["Error", "Object", "Date", "Record", "Promise", "string", "Uint8Array"])(
    "does not hide a global: %s",
    (shape) => {
      expect(typeName(shape)).toBe(`_${shape.replace("string", "String")}`);
    },
  );

  it.each([
    ["Tag", "Tag"],
    ["statusType", "StatusType"],
    ["constructor", "Constructor"],
    ["toString", "ToString"],
    ["class", "Class"],
    ["__proto__", "__proto__"],
    ["Headers", "Headers"],
  ])("is the name of the shape with a capital letter: %s", (shape, name) => {
    expect(typeName(shape)).toBe(name);
  });

  it("is the new name if the service renames the shape", () => {
    const plan = planOf(
      `$version: "2"
      namespace demo
      use other#Tag
      service Demo { version: "1", operations: [Do], rename: { "other#Tag": "OtherTag" } }
      operation Do { input := { a: Tag, b: demo#Thing } }
      structure Thing {}`,
      `$version: "2"
      namespace other
      structure Tag {}`,
    );
    const renamed = plan.shapesById.get("other#Tag");
    expect(renamed).toMatchObject({
      name: "OtherTag",
      typeName: "OtherTag",
      schemaName: "OtherTag$",
    });
  });
});

describe("the planned method of an operation", () => {
  it.each([
    ["MeterUsage", "meterUsage"],
    ["Send", "send_"],
    ["Destroy", "destroy_"],
    ["Then", "then_"],
    ["Constructor", "constructor_"],
  ])("has for the operation %s the name %s", (operation, method) => {
    const plan = planOf(`$version: "2"
      namespace demo
      service Demo { version: "1", operations: [${operation}] }
      operation ${operation} {}`);
    expect(plan.operations[0]?.names.method).toBe(method);
  });
});

describe("casing", () => {
  it.each([
    ["MeterUsage", "meter-usage"],
    ["ListV2Items", "list-v2-items"],
    ["ABTest", "ab-test"],
    ["getHTTPResponse", "get-http-response"],
    ["snake_case", "snake-case"],
    ["__proto__", "proto"],
    ["_", "unnamed"],
  ])("writes %s as %s", (name, kebab) => {
    expect(kebabCase(name)).toBe(kebab);
  });

  it("keeps the words of an SDK id together", () => {
    expect(kebabWords("DynamoDB Streams")).toBe("dynamodb-streams");
  });
});

describe("NameScope", () => {
  it("does not assign a name twice", () => {
    const scope = new NameScope({ reserved: ["a"] });
    expect([scope.take("a"), scope.take("a"), scope.take("b", "c"), scope.take("b", "c")]).toEqual([
      "a2",
      "a3",
      "b",
      "c",
    ]);
  });

  it("treats names that differ in case as equal on request", () => {
    expect(
      [new NameScope(), new NameScope({ caseInsensitive: true })].map((scope) => [
        scope.take("ab"),
        scope.take("aB"),
      ]),
    ).toEqual([
      ["ab", "aB"],
      ["ab", "aB2"],
    ]);
  });
});
