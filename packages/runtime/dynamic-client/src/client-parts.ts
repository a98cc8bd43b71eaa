import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import type { Model, ShapeId } from "@tinsmith/smithy";
import type { DynamicProtocols } from "./protocol-extensions.js";

/** What a class of clients was made of. */
export interface ClientParts {
  readonly model: Model;
  readonly service: ShapeId;
  /** Protocols that do not come with Tinsmith. */
  readonly protocols: DynamicProtocols;
  /** By name. */
  readonly operations: Readonly<Record<string, OperationSchemas>>;
}

/** The schemas of an operation. */
export interface OperationSchemas {
  readonly schema: StaticOperationSchema;
  readonly errors: readonly StaticErrorSchema[];
}

// One for all entries and both module systems, wherever their files lie.
const key = Symbol.for("@tinsmith/dynamic-client parts");

/** Remembers what a class was made of. */
export function rememberParts(Client: object, parts: ClientParts): void {
  Object.defineProperty(Client, key, { value: parts });
}

/** @throws TypeError if `defineClient` did not make the class */
export function partsOf(Client: object): ClientParts {
  const parts: ClientParts | undefined = Reflect.get(Client, key);
  if (parts !== undefined) return parts;
  throw new TypeError("Stubs of this kind are for clients that defineClient made.");
}
