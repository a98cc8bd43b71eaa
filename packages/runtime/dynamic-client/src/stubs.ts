import { defineStubs } from "@tinsmith/client-runtime/generated/v1/stubs";
import type { StubbedOperation, StubFunctions } from "@tinsmith/client-runtime/generated/v1/stubs";
import { planService, textShapes } from "@tinsmith/service";
import type { DynamicClient, DynamicClientClass } from "./define-client.js";
import type { DynamicOutput } from "./define-commands.js";
import { partsOf } from "./client-parts.js";
import { extensionsOf } from "./protocol-extensions.js";
import { serverProtocolsOf } from "./server-protocols.js";

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
 * @throws TypeError if `defineClient` did not make the class
 */
export function stubsOf(Client: DynamicClientClass): DynamicStubFunctions {
  const { model, service, protocols, operations } = partsOf(Client);
  // Default data has the names of shapes, which the plan of a client leaves out.
  const plan = planService(model, service, { protocols: extensionsOf(protocols) });
  return defineStubs<DynamicStubbedOperations, DynamicClient>({
    schema: plan.schema,
    protocols: serverProtocolsOf(plan, protocols),
    operations,
    shapeNames: Object.fromEntries(
      textShapes(plan).map(({ structure, members }) => [
        structure,
        Object.fromEntries(members.map(({ name, shape }) => [name, shape])),
      ]),
    ),
  });
}
