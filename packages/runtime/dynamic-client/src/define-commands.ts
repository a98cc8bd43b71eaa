import {
  commandFactory,
  labelInEndpoint,
  maskSensitive,
} from "@tinsmith/client-runtime/generated/v1";
import type {
  CommandInstance,
  OperationDefinition,
  ResolvedServiceClientConfig,
} from "@tinsmith/client-runtime/generated/v1";
import { clientDefaults, clientStreamDefaults } from "@tinsmith/protocols/defaults";
import type { MetadataBearer } from "@smithy/types";
import { errorIdsOfCall } from "@tinsmith/service";
import type { ClientPlan, OperationPlan } from "@tinsmith/service";
import { SchemaBuilder } from "./build-schemas.js";
import type { OperationSchemas } from "./client-parts.js";
import { clientParametersOf, operationParametersOf } from "./endpoint-rules.js";
import { named } from "./exceptions.js";
import type { Exceptions } from "./exceptions.js";

/** The output of an operation with the metadata of the call. */
export type DynamicOutput = MetadataBearer & { readonly [member: string]: unknown };

/** The command class of an operation. */
export type DynamicCommandClass = new (
  input?: object,
) => CommandInstance<object, DynamicOutput, ResolvedServiceClientConfig, object, DynamicOutput>;

/** An operation with its command class. */
export interface DynamicOperation {
  readonly plan: OperationPlan;
  readonly command: DynamicCommandClass;
  readonly schemas: OperationSchemas;
}

/**
 * Creates the command classes of a service.
 *
 * @param simpleJson - true if values are plain JSON, so that no defaults are filled in
 */
export function defineCommands(
  plan: ClientPlan,
  exceptions: Exceptions,
  simpleJson: boolean,
): readonly DynamicOperation[] {
  const schemas = new SchemaBuilder(plan.schemas);
  const defineCommand = commandFactory<ResolvedServiceClientConfig, object, DynamicOutput>({
    clientName: plan.names.client,
    service: plan.name,
    endpointParameters: clientParametersOf(plan.endpoint),
    exception: exceptions.base,
    maskSensitive,
  });
  return plan.operations.map((operation) => {
    const schema = schemas.operation(operation.id);
    const errors = errorIdsOfCall(operation).flatMap((id) => {
      const exception = exceptions.byShape.get(id);
      return exception === undefined ? [] : [[schemas.error(id), exception] as const];
    });
    const Base = defineCommand<object, DynamicOutput>({
      schema: operation.labelInEndpoint === undefined ? schema : labelInEndpoint(schema),
      errors,
      endpointParameters: operationParametersOf(operation),
      ...behaviorOf(operation, simpleJson),
    });
    class DynamicCommand extends Base {
      constructor(input: object = {}) {
        super(input);
      }
    }
    return {
      plan: operation,
      command: named(DynamicCommand, operation.names.command),
      schemas: { schema, errors: errors.map(([error]) => error) },
    };
  });
}

/** Returns the command class of an operation. @throws RangeError if the operation does not exist */
export function commandOf(
  operations: readonly DynamicOperation[],
  name: string,
): DynamicCommandClass {
  const found = operations.find(({ plan }) => plan.name === name);
  if (found !== undefined) return found.command;
  throw new RangeError(`The service has no operation ${name}.`);
}

/** Returns the settings of an operation for features: checksums, compression, streams, defaults. */
function behaviorOf(
  {
    checksum,
    compression = [],
    defaults,
    discovery,
    headerTexts,
    outputEventStream,
    outputPayload,
    outputStream,
    unsignedPayload,
  }: OperationPlan,
  simpleJson: boolean,
): Partial<OperationDefinition> {
  return {
    ...(defaults.client &&
      !simpleJson && { defaults: outputEventStream ? clientStreamDefaults : clientDefaults }),
    ...(checksum && { checksum }),
    ...(discovery && { discovery }),
    ...(compression.length > 0 && { compression }),
    ...(unsignedPayload && { unsignedPayload }),
    ...(outputStream !== undefined && { outputStream }),
    ...(headerTexts && { headerTexts }),
    ...(outputPayload !== undefined && { outputPayload }),
    ...(outputEventStream && { outputEventStream: outputEventStream.member }),
  };
}
