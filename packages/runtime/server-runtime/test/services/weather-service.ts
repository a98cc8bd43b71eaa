import { awsJson1_1 } from "@tinsmith/protocols/aws-json/server";
import type {
  StaticErrorSchema,
  StaticOperationSchema,
  StaticStructureSchema,
} from "@smithy/types";
import type { Handler, ServiceDescription } from "../../src/entries/index.js";

export interface Forecast {
  chanceOfRain?: number;
  at?: Date;
}

export interface WeatherHandlers {
  GetForecast?: Handler<{ city: string; days?: number }, Forecast>;
  Ping?: Handler<object, object>;
}

const ns = "example.weather";
const Input$: StaticStructureSchema = [3, ns, "GetForecastInput", 0, ["city", "days"], [0, 1], 1];
const Output$: StaticStructureSchema = [
  3,
  ns,
  "GetForecastOutput",
  0,
  ["chanceOfRain", "at"],
  [1, 4],
];
export const NoSuchCity$: StaticErrorSchema = [
  -3,
  ns,
  "NoSuchCity",
  { error: "client", httpError: 404 },
  ["message", "city"],
  [0, 0],
];
const Overloaded$: StaticErrorSchema = [
  -3,
  ns,
  "Overloaded",
  { error: "server" },
  ["message"],
  [0],
];
export const ValidationException$: StaticErrorSchema = [
  -3,
  "smithy.framework",
  "ValidationException",
  { error: "client" },
  ["message", "fieldList"],
  [
    0,
    [
      1,
      "smithy.framework",
      "ValidationExceptionFieldList",
      0,
      [3, "smithy.framework", "ValidationExceptionField", 0, ["path", "message"], [0, 0], 2],
    ],
  ],
  1,
];
const GetForecast$: StaticOperationSchema = [9, ns, "GetForecast", 0, Input$, Output$];
const Ping$: StaticOperationSchema = [9, ns, "Ping", 0, "unit", "unit"];

const schema = { namespace: ns, name: "Weather", version: "2006-03-01" };

export const weather: ServiceDescription = {
  service: schema,
  protocols: [awsJson1_1(schema)],
  operations: [
    { schema: GetForecast$, errors: [NoSuchCity$, Overloaded$] },
    { schema: Ping$, errors: [] },
  ],
  constraints: {
    GetForecastInput: {
      city: { required: true, length: { min: 1, max: 20 } },
      days: { range: { min: 1, max: 14 } },
    },
    GetForecastOutput: { chanceOfRain: { range: { min: 0, max: 1 } } },
  },
};

/** Returns a request in the form in which an SDK sends it. */
export const request = (
  operation: string,
  input: unknown,
  headers: Record<string, string> = {},
) => ({
  method: "POST",
  path: "/",
  query: {},
  headers: {
    "content-type": "application/x-amz-json-1.1",
    "x-amz-target": `Weather.${operation}`,
    ...headers,
  },
  body: typeof input === "string" ? input : JSON.stringify(input),
});

/** Returns the parsed JSON body of a response. */
export const bodyOf = (response: { body?: unknown }): unknown =>
  JSON.parse(
    response.body instanceof Uint8Array
      ? Buffer.from(response.body).toString()
      : String(response.body),
  );
