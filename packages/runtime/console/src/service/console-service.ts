import type { $SchemaRef } from "@smithy/types";
import { protocolOf, SchemaBuilder, serverProtocolsOf } from "@tinsmith/dynamic-client/service";
import type { OperationSchemas } from "@tinsmith/dynamic-client/service";
import type { ClientProtocol, OperationDescription } from "@tinsmith/protocols";
import { clientDefaults } from "@tinsmith/protocols/defaults";
import { constraintsOf, createMadeServer } from "@tinsmith/recorder/parts";
import type { MadeServer } from "@tinsmith/recorder/parts";
import { inputOf, nameOf } from "@tinsmith/schema";
import { createClock } from "@tinsmith/server-runtime";
import type { ConsoleOperation, ConsolePlan } from "@tinsmith/service";
import { compileChecks } from "@tinsmith/validation";
import type { Checks, Constraints } from "@tinsmith/validation";

/** An operation that can be called. */
export interface CallableOperation {
  readonly name: string;
  readonly description: OperationDescription;
  readonly input: $SchemaRef;
  /** The names of its errors. */
  readonly errors: readonly string[];
  /** Checks an input before it is sent. */
  readonly check: Checks;
  /** The inputs of the examples in the model. */
  readonly examples: readonly ExampleInput[];
}

/** The input of an example, as plain data. */
export interface ExampleInput {
  readonly title: string;
  readonly input: unknown;
}

/**
 * A service in the page: the client side of its protocol, and a server that is created from its
 * model.
 */
export interface ConsoleService {
  readonly constraints: Constraints;
  readonly client: ClientProtocol;
  readonly server: MadeServer;
  /** @throws RangeError if the service has no such operation */
  operation(name: string): CallableOperation;
}

/** Creates the client and the server of a service from its plan. */
export function makeService(plan: ConsolePlan): ConsoleService {
  const builder = new SchemaBuilder(plan.schemas);
  const constraints = constraintsOf(plan.server);
  const schemas = new Map<string, OperationSchemas>();
  for (const { id, name, errors } of plan.operations) {
    schemas.set(name, {
      schema: builder.operation(id),
      errors: errors.map((error) => builder.error(error)),
    });
  }
  const clock = createClock();
  return {
    constraints,
    client: protocolOf(plan, {})(plan.schema),
    server: createMadeServer(
      {
        schema: plan.schema,
        title: plan.title,
        virtualHosts: plan.virtualHosts,
        plans: plan.operations,
        data: plan.server,
        protocols: serverProtocolsOf(plan, {}),
        operations: Object.fromEntries(schemas),
      },
      { clock, clockInDateHeader: true },
    ),
    operation(name) {
      const own = plan.operations.find((operation) => operation.name === name);
      const found = schemas.get(name);
      if (own === undefined || found === undefined) {
        throw new RangeError(`The console has no operation ${name}.`);
      }
      return callable(own, found, plan, constraints);
    },
  };
}

function callable(
  { name, defaults }: ConsoleOperation,
  schemas: OperationSchemas,
  { server }: ConsolePlan,
  constraints: Constraints,
): CallableOperation {
  const input = inputOf(schemas.schema);
  return {
    name,
    description: { ...schemas, ...(defaults.client && { defaults: clientDefaults }) },
    input,
    errors: schemas.errors.map(nameOf),
    check: compileChecks(input, { constraints, as: "parameters" }),
    examples: (server.examples[name] ?? []).map(({ title, input }) => ({
      title: String(title),
      input: input ?? {},
    })),
  };
}
