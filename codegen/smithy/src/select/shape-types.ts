import type { ShapeType } from "../model/model.js";

const numbers = [
  "byte",
  "short",
  "integer",
  "long",
  "float",
  "double",
  "bigInteger",
  "bigDecimal",
  "intEnum",
] as const satisfies readonly ShapeType[];

const simple = [
  ...numbers,
  "blob",
  "boolean",
  "string",
  "enum",
  "timestamp",
  "document",
] as const satisfies readonly ShapeType[];

const aggregate = ["list", "map", "structure", "union"] as const satisfies readonly ShapeType[];
const services = ["service", "resource", "operation"] as const satisfies readonly ShapeType[];

const own = (type: ShapeType): [string, ReadonlySet<ShapeType>] => [type, new Set([type])];

/** The shape types that each word of the selector language stands for. */
export const typesByName: ReadonlyMap<string, ReadonlySet<ShapeType>> = new Map([
  ...[...simple, ...aggregate, ...services, "member" as const].map(own),
  ["number", new Set<ShapeType>(numbers)],
  ["simpleType", new Set<ShapeType>(simple)],
  ["aggregateType", new Set<ShapeType>(aggregate)],
  ["serviceType", new Set<ShapeType>(services)],
  ["dataType", new Set<ShapeType>([...simple, ...aggregate])],
  ["string", new Set<ShapeType>(["string", "enum"])],
  ["integer", new Set<ShapeType>(["integer", "intEnum"])],
  ["collection", new Set<ShapeType>(["list"])],
  ["set", new Set<ShapeType>(["list"])],
]);
