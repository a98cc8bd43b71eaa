import { defineStubs } from "@tinsmith/client-runtime/generated/v1/stubs";
import type { StubbedOperation, StubFunctions } from "@tinsmith/client-runtime/generated/v1/stubs";
import { textShapes } from "@tinsmith/service";
import type { DynamicClient, DynamicClientClass } from "./define-client.js";
import type { DynamicOutput } from "./define-commands.js";
import { serviceOf } from "./service.js";

/** The types of the stubs of a dynamic client's operations. */
export interface DynamicStubbedOperations {
  readonly [operation: string]: StubbedOperation<object, DynamicOutput, string>;
}

/** The functions that create stubs for the clients of one class. */
export type DynamicStubFunctions = StubFunctions<DynamicStubbedOperations, DynamicClient>;

/**
 * Returns the functions that stub the clients of a class. `createStubs` stubs clients that are not
 * yet constructed, `stubResponses` stubs an existing client, and `stubData` returns default data.
 * As with generated clients, a stubbed call runs the whole pipeline.
 *
 * @throws TypeError if `defineClient` did not create the class
 */
export function stubsOf(Client: DynamicClientClass): DynamicStubFunctions {
  const { plan, protocols, operations } = serviceOf(Client);
  return defineStubs<DynamicStubbedOperations, DynamicClient>({
    schema: plan.schema,
    protocols,
    operations,
    shapeNames: Object.fromEntries(
      textShapes(plan).map(({ structure, members }) => [
        structure,
        Object.fromEntries(members.map(({ name, shape }) => [name, shape])),
      ]),
    ),
  });
}
