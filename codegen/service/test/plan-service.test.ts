import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planOf } from "./load-plan.js";

const head = `$version: "2"
namespace weather
use aws.protocols#awsJson1_0
use aws.auth#sigv4
`;
const statements = [
  `@awsJson1_0
   @sigv4(name: "weather")
   @httpBearerAuth
   @paginated(inputToken: "nextToken", outputToken: "nextToken", pageSize: "pageSize")
   service Weather {
       version: "2024-01-01"
       operations: [GetTime]
       resources: [City]
       errors: [Throttled]
   }`,
  `resource City {
       identifiers: { cityId: String }
       read: GetCity
       list: ListCities
       resources: [Forecast]
   }`,
  "resource Forecast { identifiers: { cityId: String }, read: GetForecast }",
  "@readonly operation GetCity { input := for City { @required $cityId }, errors: [NoSuchCity] }",
  "@readonly operation GetForecast { input := for Forecast { @required $cityId } }",
  `@readonly @paginated(items: "items") operation ListCities {
       input := { nextToken: String, pageSize: Integer }
       output := { nextToken: String, @required items: Names }
   }`,
  "@auth([httpBearerAuth]) @optionalAuth operation GetTime {}",
  "list Names { member: String }",
  `@error("client") @httpError(404) structure NoSuchCity { Message: String, tree: Tree }`,
  `@error("server") @retryable(throttling: true) structure Throttled { @required message: String }`,
  "structure Tree { children: Trees }",
  "list Trees { member: Tree }",
  "structure Unused {}",
];

describe("planService", () => {
  const plan = planOf(modelText(statements));
  const operation = (name: string) => plan.operations.find((one) => one.name === name);

  it("includes the operations of resources, sorted by name", () => {
    expect(plan.operations.map(({ name }) => name)).toEqual([
      "GetCity",
      "GetForecast",
      "GetTime",
      "ListCities",
    ]);
  });

  it("omits shapes that no operation uses", () => {
    expect(plan.shapes.map(({ name }) => name)).not.toContain("Unused");
  });

  it("adds the errors of the service to every operation", () => {
    expect(operation("GetCity")?.errors).toEqual(["weather#NoSuchCity", "weather#Throttled"]);
    expect(operation("GetTime")?.errors).toEqual(["weather#Throttled"]);
  });

  it("plans the fault, the HTTP status and the message member of errors", () => {
    expect(plan.errors.map(({ name, error }) => ({ name, ...error }))).toEqual([
      {
        name: "NoSuchCity",
        fault: "client",
        httpStatus: 404,
        retryable: undefined,
        awsQuery: undefined,
        messageMember: "Message",
        operations: ["GetCity"],
        responseTests: [],
      },
      {
        name: "Throttled",
        fault: "server",
        httpStatus: 500,
        retryable: { throttling: true },
        awsQuery: undefined,
        messageMember: "message",
        operations: ["GetCity", "GetForecast", "GetTime", "ListCities"],
        responseTests: [],
      },
    ]);
  });

  it("plans the protocols and the authentication of the service, and operations that differ from it", () => {
    expect(plan.protocols.map(({ id }) => id)).toEqual(["aws.protocols#awsJson1_0"]);
    const ids = (schemes: typeof plan.authSchemes | undefined) => schemes?.map(({ id }) => id);
    expect(ids(plan.authSchemes)).toEqual(["aws.auth#sigv4", "smithy.api#httpBearerAuth"]);
    expect(ids(operation("GetCity")?.authSchemes)).toEqual(ids(plan.authSchemes));
    expect(ids(operation("GetTime")?.authSchemes)).toEqual(["smithy.api#httpBearerAuth"]);
    expect(operation("GetTime")?.optionalAuth).toBe(true);
  });

  it("adds the pagination settings of the service to operations", () => {
    expect(operation("ListCities")?.pagination).toEqual({
      inputToken: "nextToken",
      outputToken: "nextToken",
      items: "items",
      pageSize: "pageSize",
    });
  });

  it("determines which shapes are recursive, and whether they occur in inputs or outputs", () => {
    expect(plan.shapesById.get("weather#Tree")).toMatchObject({
      recursive: true,
      roles: { input: false, output: true },
    });
    expect(plan.shapesById.get("weather#GetCityInput")).toMatchObject({
      recursive: false,
      roles: { input: true, output: false },
      inputOf: ["GetCity"],
    });
  });

  it("returns the same plan regardless of the order of shapes in the model", () => {
    const expected = comparable(statements);
    fc.assert(
      fc.property(fc.shuffledSubarray(statements, { minLength: statements.length }), (shuffled) => {
        expect(comparable(shuffled)).toBe(expected);
      }),
      { numRuns: 20 },
    );
  });
});

function modelText(shapes: readonly string[]): string {
  return [head, ...shapes].join("\n");
}

function comparable(shapes: readonly string[]): string {
  return JSON.stringify(planOf(modelText(shapes)), (_, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
}
