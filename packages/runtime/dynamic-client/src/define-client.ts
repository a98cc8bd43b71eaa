import {
  commandFactory,
  labelInEndpoint,
  maskSensitive,
  ServiceClient,
} from "@tinsmith/client-runtime/generated/v1";
import type {
  CommandInstance,
  ExceptionClass,
  RequestOptions,
  ResolvedServiceClientConfig,
  RuntimeExtension,
  ServiceClientConfig,
  ServiceClientClass,
  ServiceDescription,
  SigV4Config,
} from "@tinsmith/client-runtime/generated/v1";
import type { PageClient } from "@tinsmith/client-runtime/internal";
import type { MetadataBearer } from "@smithy/types";
import type { Model, OperationShape, ServiceShape, ShapeId } from "@tinsmith/smithy";
import { batchOf } from "./batches.js";
import type { DynamicBatch } from "./batches.js";
import { authSchemesOf, furtherAuthOf, operationAuthOf } from "./auth-schemes.js";
import { featuresOf } from "./client-features.js";
import { rememberParts } from "./client-parts.js";
import type { OperationSchemas } from "./client-parts.js";
import { discoveryFeature } from "./endpoint-discovery.js";
import { endpointRulesOf, operationParametersOf } from "./endpoint-rules.js";
import { baseException, exceptionOf, named } from "./exceptions.js";
import { isLabelInEndpoint } from "./label-in-endpoint.js";
import { behaviourOf, streamErrors } from "./operation-behaviour.js";
import { readModel } from "./read-model.js";
import type { ModelInput } from "./read-model.js";
import { nameOf, propertyOf, stringOf } from "./node-values.js";
import { paginatorOf } from "./paginators.js";
import type { DynamicPaginator } from "./paginators.js";
import { protocolOf, serviceSchema, simpleJsonOf } from "./protocol-factories.js";
import { SchemaBuilder } from "./schemas/build-schemas.js";
import { operationsOf, serviceOf } from "./service-operations.js";
import { waitersOf } from "./waiters.js";
import type { DynamicWaiter } from "./waiters.js";

/** What an operation gives, with the metadata of the call. */
export type DynamicOutput = MetadataBearer & { readonly [member: string]: unknown };

/** The options of clients that were made at run time. Those that only their service knows are taken, too. */
export interface DynamicClientConfig extends ServiceClientConfig, SigV4Config {
  extensions?: readonly RuntimeExtension[] | undefined;
  readonly [option: string]: unknown;
}

/** The method of an operation. */
export type DynamicMethod = (input?: object, options?: RequestOptions) => Promise<DynamicOutput>;

/** A client that was made at run time: what every client has, and a method for each operation (`meterUsage`). */
export type DynamicClient = InstanceType<
  typeof ServiceClient<object, DynamicOutput, ResolvedServiceClientConfig>
> & {
  readonly [method: string]: DynamicMethod;
};

/** The class of one operation's commands. */
export type DynamicCommandClass = new (
  input?: object,
) => CommandInstance<object, DynamicOutput, ResolvedServiceClientConfig, object, DynamicOutput>;

/** The class of a service's clients. */
export interface DynamicClientClass extends Pick<
  ServiceClientClass,
  "plugins" | "addPlugin" | "removePlugin" | "clearPlugins"
> {
  new (config?: DynamicClientConfig): DynamicClient;
  /** The shape id of the service. */
  readonly service: ShapeId;
  /** The names of the operations, as in the model (`MeterUsage`). */
  readonly operationNames: readonly string[];
  /** The classes of the commands, by the name of the operation. */
  readonly commands: Readonly<Record<string, DynamicCommandClass>>;
  /** The classes of the modelled errors, by name. */
  readonly exceptions: Readonly<Record<string, ExceptionClass>>;
  /** What goes through pages, by the name of the operation that has them. */
  readonly paginators: Readonly<Record<string, DynamicPaginator<DynamicOutput>>>;
  /** What sends any number of entries, by the name of the operation that takes them (`tinsmith.client#batch`). */
  readonly batches: Readonly<Record<string, DynamicBatch<DynamicClient>>>;
  /** What waits, by the waiter's name in the model (`BucketExists`). */
  readonly waiters: Readonly<Record<string, DynamicWaiter<DynamicClient, DynamicOutput>>>;
}

/** What decides which client is made. */
export interface DefineClientOptions {
  /** The shape id of the service, where the model has several. */
  readonly service?: ShapeId;
  /**
   * Whether inputs are sent as the JSON that they are, and outputs are what came in, without a look at their shapes: for
   * services that speak awsJson. Timestamps are numbers then, blobs are text in base64, and nothing is filled in but
   * idempotency tokens. Default `false`.
   */
  readonly simpleJson?: boolean;
}

/**
 * Makes the class of a service's clients from its model, at run time. It sends the same requests as a generated client:
 * protocols, endpoint rules, authentication and retries are the same code, but inputs and outputs have no types, and
 * the program carries every protocol and the language.
 *
 * @param input a JSON AST, as text or parsed, or a model that was loaded
 * @throws TypeError where the model has errors, or no protocol that a client can speak, or not awsJson for `simpleJson`
 * @throws RangeError where it is not clear which service is meant
 */
export const defineClient = (
  input: ModelInput,
  options: DefineClientOptions = {},
): DynamicClientClass => {
  const model = readModel(input);
  const service = serviceOf(model, options.service);
  const operations = operationsOf(model, service).map(
    (shape) => [localName(service, shape.id), shape] as const,
  );
  const { simpleJson = false } = options;
  const { commands, exceptions, schemas } = defineCommands(model, service, operations, simpleJson);
  const { clientName, serviceId } = namesOf(service);
  const description: ServiceDescription = {
    schema: serviceSchema(service),
    serviceId,
    protocol: simpleJson ? simpleJsonOf(service) : protocolOf(service),
    resolveEndpoint: endpointRulesOf(service).provider,
    authSchemes: authSchemesOf(model, service),
    operationAuth: operationAuthOf(model, service, operations),
    furtherAuthSchemes: furtherAuthOf(model, service, operations),
    features: featuresOf(
      model,
      service,
      operations.map(([, shape]) => shape),
      discoveryFeature(model, service, (id) => commands[localName(service, id)]),
    ),
  };

  class Client extends ServiceClient<object, DynamicOutput, ResolvedServiceClientConfig> {
    static readonly service = service.id;
    static readonly operationNames = operations.map(([name]) => name);
    static readonly commands = commands;
    static readonly exceptions = exceptions;

    constructor(config: DynamicClientConfig = {}) {
      super(description, config);
    }
  }
  for (const [name, CommandClass] of Object.entries(commands)) {
    const method = lowerFirst(name);
    Object.defineProperty(Client.prototype, method in Client.prototype ? `${method}_` : method, {
      configurable: true,
      writable: true,
      value(this: Client, given?: object, requestOptions?: RequestOptions) {
        return this.send(new CommandClass(given), requestOptions);
      },
    });
  }
  rememberParts(Client, { model, service, schema: description.schema, operations: schemas });
  const actions = actionsOf(model, service, operations, { client: Client, commands });
  // Its methods were added one by one, where no compiler sees them.
  return named(Object.assign(Client, actions), clientName) as unknown as DynamicClientClass;
};

/** What goes beyond one call. */
const actionsOf = (
  model: Model,
  service: ServiceShape,
  operations: readonly (readonly [name: string, shape: OperationShape])[],
  {
    client,
    commands,
  }: Pick<DynamicClientClass, "commands"> & {
    readonly client: abstract new (...args: never) => PageClient<DynamicOutput>;
  },
): Pick<DynamicClientClass, "batches" | "paginators" | "waiters"> => {
  const batches: Record<string, DynamicBatch<DynamicClient>> = {};
  const paginators: Record<string, DynamicPaginator<DynamicOutput>> = {};
  const waiters: Record<string, DynamicWaiter<DynamicClient, DynamicOutput>> = {};
  for (const [name, shape] of operations) {
    const command = commands[name];
    if (command === undefined) continue;
    const paginator = paginatorOf<DynamicOutput>(service, shape, { client, command });
    if (paginator) paginators[name] = paginator;
    const batch = batchOf<DynamicOutput>(service, shape, command);
    if (batch) batches[name] = batch;
    const call = (sender: DynamicClient, input: object) => sender.send(new command(input));
    for (const [waiter, definition] of waitersOf(model, service, shape, call)) {
      waiters[waiter] = definition;
    }
  }
  return { batches, paginators, waiters };
};

const defineCommands = (
  model: Model,
  service: ServiceShape,
  operations: readonly (readonly [name: string, shape: OperationShape])[],
  simpleJson: boolean,
): Pick<DynamicClientClass, "commands" | "exceptions"> & {
  readonly schemas: Readonly<Record<string, OperationSchemas>>;
} => {
  const described: Record<string, OperationSchemas> = {};
  const schemas = new SchemaBuilder(model, (id) => localName(service, id));
  const { base, clientName } = namesOf(service);
  const exception = baseException(`${base}ServiceException`);
  const exceptions = new Map<string, ExceptionClass>();
  const exceptionFor = (id: ShapeId): ExceptionClass => {
    const name = localName(service, id);
    const known = exceptions.get(name);
    if (known !== undefined) return known;
    const made = exceptionOf(model.expectShape(id, "structure"), name, exception);
    exceptions.set(name, made);
    return made;
  };
  const command = commandFactory<ResolvedServiceClientConfig, object, DynamicOutput>({
    clientName,
    service: nameOf(service.id),
    endpointParameters: endpointRulesOf(service).parameters,
    exception,
    maskSensitive,
  });
  const commands = operations.map(([name, shape]) => {
    const errors = [
      ...new Set([...shape.errors, ...service.errors, ...streamErrors(model, shape)]),
    ];
    const schema = schemas.operation(shape);
    const input = model.getShape(shape.input);
    described[name] = { schema, errors: errors.map((id) => schemas.error(id)) };
    const { defaults, ...behaviour } = behaviourOf(model, service, shape);
    const CommandBase = command<object, DynamicOutput>({
      schema: isLabelInEndpoint(model, service, shape) ? labelInEndpoint(schema) : schema,
      errors: errors.map((id) => [schemas.error(id), exceptionFor(id)]),
      ...behaviour,
      ...(defaults && !simpleJson && { defaults }),
      endpointParameters: operationParametersOf(
        shape,
        input?.type === "structure" ? input : undefined,
      ),
    });
    class DynamicCommand extends CommandBase {
      constructor(given: object = {}) {
        super(given);
      }
    }
    return [name, named(DynamicCommand, `${name}Command`)] as const;
  });
  return {
    commands: Object.fromEntries(commands),
    exceptions: Object.fromEntries(exceptions),
    schemas: described,
  };
};

/** The name of a shape in the service, which may rename it. */
const localName = (service: ServiceShape, id: ShapeId): string =>
  service.rename.get(id) ?? nameOf(id);

const namesOf = ({ id, traits }: ServiceShape) => {
  const sdkId = stringOf(propertyOf(traits.get("aws.api#service"), "sdkId"));
  const base = sdkId === undefined ? nameOf(id) : joinWords(sdkId);
  return { base, clientName: `${base}Client`, serviceId: sdkId ?? nameOf(id) };
};

/** `Marketplace Metering` is `MarketplaceMetering`. */
const joinWords = (text: string): string =>
  text
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");

const lowerFirst = (name: string): string => name.slice(0, 1).toLowerCase() + name.slice(1);
