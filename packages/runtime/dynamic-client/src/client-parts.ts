import type { StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import type { Model, ShapeId } from "@tinsmith/smithy";
import type { DynamicProtocols } from "./protocol-extensions.js";

/** The parts from which `defineClient` created a client class. */
export interface ClientParts {
  readonly model: Model;
  readonly service: ShapeId;
  /** Third-party protocols. */
  readonly protocols: DynamicProtocols;
  /** The schemas of the operations by name. */
  readonly operations: Readonly<Record<string, OperationSchemas>>;
}

/** The schemas of an operation. */
export interface OperationSchemas {
  readonly schema: StaticOperationSchema;
  readonly errors: readonly StaticErrorSchema[];
}

// A registered symbol is the same for all entries and for both module systems.
const key = Symbol.for("@tinsmith/dynamic-client parts");

/** Stores the parts of a client class. */
export function rememberParts(Client: object, parts: ClientParts): void {
  Object.defineProperty(Client, key, { value: parts });
}

/** Returns the parts of a client class. @throws TypeError if `defineClient` did not create it */
export function partsOf(Client: object): ClientParts {
  const parts: ClientParts | undefined = Reflect.get(Object(Client), key);
  if (parts !== undefined) return parts;
  throw new TypeError("The client class must be one that defineClient created.");
}
