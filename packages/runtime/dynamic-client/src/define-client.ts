import { ServiceClient } from "@tinsmith/client-runtime/generated/v1";
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
  /** Paginators, by the name of the operation that has pages. */
  readonly paginators: Readonly<Record<string, DynamicPaginator<DynamicOutput>>>;
  /** Helpers that send any number of entries, by the name of the operation (`tinsmith.client#batch`). */
  readonly batches: Readonly<Record<string, DynamicBatch<DynamicClient>>>;
  /** Waiters, by their name in the model (`BucketExists`). */
  readonly waiters: Readonly<Record<string, DynamicWaiter<DynamicClient, DynamicOutput>>>;
}

/** Options of {@link defineClient}. */
export interface DefineClientOptions {
  /** The shape id of the service, where the model has several. */
  readonly service?: ShapeId;
  /**
   * Whether inputs are sent and outputs returned as the JSON that they are, without a look at their shapes: for
   * services that speak awsJson. Timestamps are numbers then, blobs are text in base64, and nothing is filled in but
   * idempotency tokens. Default `false`.
   */
  readonly simpleJson?: boolean;
  /**
   * Protocols that do not come with Tinsmith, by the shape ids of their traits. A service speaks the first of its
   * protocols that is known, and those that come with Tinsmith are first.
   */
  readonly protocols?: DynamicProtocols;
}

/**
 * Makes the class of a service's clients from its model, at run time. It sends the same requests as a generated client:
 * both stand on one plan of the service, and protocols, authentication and retries are the same code. Inputs and outputs
 * have no types, and the program carries every protocol and the language.
 *
 * @param input - a JSON AST, as text or parsed, or a model that was loaded
 * @throws TypeError if the model has errors, or no protocol that a client can speak, or not awsJson for `simpleJson`
 * @throws RangeError if it is not clear which service is meant
 */
export function defineClient(
  input: ModelInput,
  { service, simpleJson = false, protocols = {} }: DefineClientOptions = {},
): DynamicClientClass {
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
    authSchemes: plan.authSchemes.map(authSchemeOf),
    furtherAuthSchemes: plan.furtherAuthSchemes.map(authSchemeOf),
    operationAuth: operationAuthOf(plan),
    features: featuresOf(plan, ({ name }) => commandOf(operations, name)),
  };

  class Client extends ServiceClient<object, DynamicOutput, ResolvedServiceClientConfig> {
    static readonly service = plan.id;
    static readonly operationNames = operations.map((one) => one.plan.name);
    static readonly commands = byName(operations, ({ command }) => command);
    static readonly exceptions = exceptions.byName;

    constructor(config: DynamicClientConfig = {}) {
      super(description, config);
    }
  }
  for (const { plan: operation, command: Command } of operations) {
    Object.defineProperty(Client.prototype, operation.names.method, {
      configurable: true,
      writable: true,
      value(this: Client, given?: object, requestOptions?: RequestOptions) {
        return this.send(new Command(given), requestOptions);
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
  // Its methods were added one by one, where no compiler sees them.
  return named(Object.assign(Client, actions), plan.names.client) as unknown as DynamicClientClass;
}

/** Makes what goes beyond one call: batches, paginators and waiters. */
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

/** Makes a record of what operations have, without those that have nothing. */
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
