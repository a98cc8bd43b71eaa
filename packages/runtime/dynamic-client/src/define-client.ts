import { ApiClient, ServiceClient } from "@tinsmith/client-runtime/generated/v1";
import type {
  ExceptionClass,
  RequestOptions,
  ResolvedServiceClientConfig,
  RuntimeExtension,
  ServiceClientConfig,
  ServiceClientClass,
  ServiceDescription,
  SigV4Config,
} from "@tinsmith/client-runtime/generated/v1";
import type { PageClient } from "@tinsmith/client-runtime/generated/v1/pagination";
import { planClient } from "@tinsmith/service";
import type { ShapeId } from "@tinsmith/smithy";
import { isRecord } from "@tinsmith/values";
import { apiDescriptionOf } from "./api-description.js";
import { authSchemeOf, operationAuthOf } from "./auth-schemes.js";
import { batchOf } from "./batches.js";
import type { DynamicBatch } from "./batches.js";
import { featuresOf } from "./client-features.js";
import { rememberParts } from "./client-parts.js";
import { commandOf, defineCommands } from "./define-commands.js";
import type { DynamicCommandClass, DynamicOperation, DynamicOutput } from "./define-commands.js";
import { endpointProviderOf } from "./endpoint-rules.js";
import { defineExceptions, named } from "./exceptions.js";
import { paginatorOf } from "./paginators.js";
import type { DynamicPaginator } from "./paginators.js";
import { extensionsOf } from "./protocol-extensions.js";
import type { DynamicProtocols } from "./protocol-extensions.js";
import { protocolOf, simpleJsonOf } from "./protocol-factories.js";
import { chooseService, readModel } from "./read-model.js";
import type { ModelInput } from "./read-model.js";
import { waiterOf } from "./waiters.js";
import type { DynamicWaiter } from "./waiters.js";

/** The options of dynamic clients, including options that are specific to their service. */
export interface DynamicClientConfig extends ServiceClientConfig, SigV4Config {
  extensions?: readonly RuntimeExtension[] | undefined;
  readonly [option: string]: unknown;
}

/** A method that calls an operation. */
export type DynamicMethod = (input?: object, options?: RequestOptions) => Promise<DynamicOutput>;

/** A client with a method for each operation (`meterUsage`), created at run time. */
export type DynamicClient = InstanceType<
  typeof ServiceClient<object, DynamicOutput, ResolvedServiceClientConfig>
> & {
  readonly [method: string]: DynamicMethod;
};

/** The client class of a service. */
export interface DynamicClientClass extends Pick<
  ServiceClientClass,
  "plugins" | "addPlugin" | "removePlugin" | "clearPlugins"
> {
  new (config?: DynamicClientConfig): DynamicClient;
  /** The shape id of the service. */
  readonly service: ShapeId;
  /** The names of the operations in the model (`MeterUsage`). */
  readonly operationNames: readonly string[];
  /** The command classes by the name of the operation. */
  readonly commands: Readonly<Record<string, DynamicCommandClass>>;
  /** The classes of the modeled errors by name. */
  readonly exceptions: Readonly<Record<string, ExceptionClass>>;
  /** The paginators by the name of the operation. */
  readonly paginators: Readonly<Record<string, DynamicPaginator<DynamicOutput>>>;
  /**
   * Helpers that send any number of entries (`tinsmith.client#batch`), by the name of the
   * operation.
   */
  readonly batches: Readonly<Record<string, DynamicBatch<DynamicClient>>>;
  /** The waiters by their name in the model (`BucketExists`). */
  readonly waiters: Readonly<Record<string, DynamicWaiter<DynamicClient, DynamicOutput>>>;
}

/** Options of {@link defineClient}. */
export interface DefineClientOptions {
  /** The shape id of the service. Required if the model has several. */
  readonly service?: ShapeId;
  /**
   * Set to true to send inputs and return outputs as plain JSON, independent of their shapes, for
   * services with awsJson. Timestamps are then numbers, blobs are base64 strings, and only
   * idempotency tokens are filled in. Default: `false`.
   */
  readonly simpleJson?: boolean;
  /**
   * Third-party protocols by the shape ids of their traits. A client uses the first known protocol
   * of its service. The protocols that Tinsmith provides take precedence.
   */
  readonly protocols?: DynamicProtocols;
}

const expectedOptions: Readonly<Record<keyof DefineClientOptions, string>> = {
  service: "string",
  simpleJson: "boolean",
  protocols: "object",
};

/** @throws TypeError if the options are not an object, or one is unknown or of the wrong type */
function checkOptions(options: unknown): void {
  if (!isRecord(options)) throw new TypeError("The options of defineClient must be an object.");
  for (const [name, value] of Object.entries(options)) {
    if (!(name in expectedOptions)) {
      const known = Object.keys(expectedOptions).join(", ");
      throw new TypeError(`Unknown option "${name}" of defineClient. Expected one of: ${known}.`);
    }
    const expected = expectedOptions[name as keyof DefineClientOptions];
    if (value !== undefined && (typeof value !== expected || value === null)) {
      const given = value === null ? "null" : typeof value;
      throw new TypeError(`The option "${name}" must be of type ${expected}. Received ${given}.`);
    }
  }
}

/**
 * Creates the client class of a service from its model at run time. Its clients send the same
 * requests as generated ones: both use the same plan of the service and the same code for
 * protocols, authentication and retries. Inputs and outputs have no static types, and the program
 * bundles all protocols and the model loader.
 *
 * @param input - a JSON AST, as text or parsed, or a loaded model
 * @throws TypeError if an argument or an option is wrong, if the model has errors, if none of its protocols is known, or if `simpleJson`
 * is
 *   set and the service does not have awsJson
 * @throws RangeError if the model has no service, or several without the option `service`
 */
export function defineClient(
  input: ModelInput,
  options: DefineClientOptions = {},
): DynamicClientClass {
  checkOptions(options);
  const { service, simpleJson = false, protocols = {} } = options;
  const model = readModel(input);
  const plan = planClient(model, chooseService(model, service), {
    protocols: extensionsOf(protocols),
    endpointTests: false,
  });
  const exceptions = defineExceptions(plan);
  const operations = defineCommands(plan, exceptions, simpleJson);
  const description: ServiceDescription = {
    schema: plan.schema,
    serviceId: plan.serviceId,
    protocol: simpleJson ? simpleJsonOf(plan) : protocolOf(plan, protocols),
    resolveEndpoint: endpointProviderOf(plan.endpoint),
    authSchemes: plan.authSchemes.map((scheme) => authSchemeOf(scheme, plan)),
    furtherAuthSchemes: plan.furtherAuthSchemes.map((scheme) => authSchemeOf(scheme, plan)),
    operationAuth: operationAuthOf(plan),
    features: featuresOf(plan, ({ name }) => commandOf(operations, name)),
  };

  // Both classes accept a description and options.
  const Base = (plan.isAws ? ServiceClient : ApiClient) as typeof ServiceClient;
  const given = plan.isAws ? description : apiDescriptionOf(plan, description);

  class Client extends Base<object, DynamicOutput, ResolvedServiceClientConfig> {
    static readonly service = plan.id;
    static readonly operationNames = operations.map((operation) => operation.plan.name);
    static readonly commands = byName(operations, ({ command }) => command);
    static readonly exceptions = exceptions.byName;

    constructor(config: DynamicClientConfig = {}) {
      super(given as ServiceDescription, config);
    }
  }
  for (const { plan: operation, command: Command } of operations) {
    Object.defineProperty(Client.prototype, operation.names.method, {
      configurable: true,
      writable: true,
      value(this: Client, input?: object, requestOptions?: RequestOptions) {
        return this.send(new Command(input), requestOptions);
      },
    });
  }
  rememberParts(Client, {
    model,
    service: plan.id,
    protocols,
    operations: byName(operations, ({ schemas }) => schemas),
  });
  const actions = defineActions(operations, Client);
  // The compiler cannot see the methods, because they are defined dynamically above.
  return named(Object.assign(Client, actions), plan.names.client) as unknown as DynamicClientClass;
}

/** Creates the helpers that make several calls: batches, paginators and waiters. */
function defineActions(
  operations: readonly DynamicOperation[],
  client: abstract new (...args: never) => PageClient<DynamicOutput>,
): Pick<DynamicClientClass, "batches" | "paginators" | "waiters"> {
  return {
    batches: byName(
      operations,
      ({ plan, command }) => plan.batch && batchOf<DynamicOutput>(plan.batch, command),
    ),
    paginators: byName(
      operations,
      ({ plan, command }) =>
        plan.pagination && paginatorOf<DynamicOutput>(plan.pagination, { client, command }),
    ),
    waiters: Object.fromEntries(
      operations.flatMap(({ plan, command }) =>
        plan.waiters.map((waiter) => [
          waiter.name,
          waiterOf(waiter, (sender: DynamicClient, input) => sender.send(new command(input))),
        ]),
      ),
    ),
  };
}

/** Collects a value for each operation by name. Omits operations without a value. */
function byName<Value>(
  operations: readonly DynamicOperation[],
  valueOf: (operation: DynamicOperation) => Value | undefined,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(
    operations.flatMap((operation) => {
      const value = valueOf(operation);
      return value === undefined ? [] : [[operation.plan.name, value]];
    }),
  );
}
