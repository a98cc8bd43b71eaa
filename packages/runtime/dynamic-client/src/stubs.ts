import { defineStubs } from "@tinsmith/client-runtime/generated/v1/stubs";
import type { StubbedOperation, StubFunctions } from "@tinsmith/client-runtime/generated/v1/stubs";
import type { DynamicClient, DynamicClientClass, DynamicOutput } from "./define-client.js";
import { partsOf } from "./client-parts.js";
import { serverProtocolsOf } from "./server-protocols.js";
import { operationsOf } from "./service-operations.js";
import { shapeNamesOf } from "./shape-names.js";

/** The operations of a client that was made at run time, for the types of their stubs. */
export interface DynamicStubbedOperations {
  readonly [operation: string]: StubbedOperation<object, DynamicOutput, string>;
}

/** The functions that make stubs for the clients of one class. */
export type DynamicStubFunctions = StubFunctions<DynamicStubbedOperations, DynamicClient>;

/**
 * Makes the functions that stub the clients of a class: `createStubs` for clients that are yet to be constructed,
 * `stubResponses` for one that is, `stubData` for default data. Stubs answer through the whole pipeline, as those of
 * generated clients do.
 *
 * @throws TypeError where `defineClient` did not make the class
 */
export const stubsOf = (Client: DynamicClientClass): DynamicStubFunctions => {
  const { model, service, schema, operations } = partsOf(Client);
  return defineStubs<DynamicStubbedOperations, DynamicClient>({
    schema,
    protocols: serverProtocolsOf(service),
    operations,
    shapeNames: shapeNamesOf(model, service, operationsOf(model, service)),
  });
};
