import { defineStubs } from "@tinsmith/client-runtime/generated/v1/stubs";
import type { StubbedOperation, StubFunctions } from "@tinsmith/client-runtime/generated/v1/stubs";
import { planService, textShapes } from "@tinsmith/service";
import type { DynamicClient, DynamicClientClass } from "./define-client.js";
import type { DynamicOutput } from "./define-commands.js";
import { partsOf } from "./client-parts.js";
import { extensionsOf } from "./protocol-extensions.js";
import { serverProtocolsOf } from "./server-protocols.js";

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
  const { model, service, protocols, operations } = partsOf(Client);
  // Default data uses the names of shapes, which the plan of a client omits.
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
