import { outputOf } from "@tinsmith/schema";
import type { ResolvedClientConfig, ResolvedServiceClientConfig } from "../config/client-config.js";
import type { MiddlewarePlugin } from "../config/client-config.js";
import { objectWith } from "../errors/option-kinds.js";
import { wrongArgument } from "../errors/wrong-argument.js";
import { defaultData } from "./default-data.js";
import { requireOperation, ServiceStubs } from "./service-stubs.js";
import type {
  PartialData,
  StubbedOperations,
  StubbedService,
  StubResponses,
  Stubs,
} from "./stub-types.js";
import { stubbedOptions } from "./stubbed-options.js";

/** A client that can be stubbed. */
export interface StubbableClient {
  readonly config: ResolvedClientConfig;
  readonly middlewareStack: { use(plugin: MiddlewarePlugin): void };
  /** The options as passed to the constructor. */
  readonly initConfig?: object;
}

/** The functions that create stubs for clients of a service. */
export interface StubFunctions<
  Operations extends StubbedOperations<Operations>,
  Client extends StubbableClient,
> {
  /**
   * Creates stubs for clients that are constructed later.
   * @throws TypeError if data does not match the model; the message lists all problems
   */
  createStubs(responses?: StubResponses<Operations>): Stubs<Operations>;
  /**
   * Adds stubs to a client. Existing stubs of other operations are kept.
   * @throws TypeError if data does not match the model; the message lists all problems
   */
  stubResponses(client: Client, responses?: StubResponses<Operations>): Stubs<Operations>;
  /** Returns output data of an operation: the data passed in, completed with defaults. */
  stubData<Name extends keyof Operations>(
    operation: Name,
    data?: PartialData<Operations[Name]["output"]>,
  ): Operations[Name]["output"];
}

const isClient = objectWith("send");

const stubsByClient = new WeakMap<object, ServiceStubs>();

/** Creates the functions that stub clients of a service. Generated code calls it. */
export function defineStubs<
  Operations extends StubbedOperations<Operations>,
  Client extends StubbableClient,
>(service: StubbedService<keyof Operations & string>): StubFunctions<Operations, Client> {
  const functions = {
    createStubs: (responses: Readonly<Record<string, unknown>> = {}) =>
      new ServiceStubs(service, responses),
    stubResponses: (client: Client, responses: Readonly<Record<string, unknown>> = {}) => {
      if (!isClient.matches(client)) {
        throw wrongArgument("The first argument of stubResponses must be a client", client);
      }
      const existing = stubsByClient.get(client);
      if (existing !== undefined) {
        existing.stubResponses(responses);
        return existing;
      }
      const stubs = new ServiceStubs(service, responses);
      stubsByClient.set(client, stubs);
      applyDefaults(client);
      client.middlewareStack.use({
        applyToStack: (stack) =>
          stubs.applyToStack(stack, client.config as ResolvedServiceClientConfig),
      });
      return stubs;
    },
    stubData: (name: string, data?: unknown) =>
      defaultData(outputOf(requireOperation(service, name).schema), service.shapeNames, data),
  };
  // Only generated code has the types of a service's operations. The schemas here were generated
  // from the same shapes.
  return functions as unknown as StubFunctions<Operations, Client>;
}

/**
 * Sets options that the code omitted, so that an existing client does not search for them in the
 * environment.
 */
function applyDefaults({ config: given, initConfig = {} }: StubbableClient): void {
  // Clients of services outside AWS have no region.
  const config = given as ResolvedServiceClientConfig;
  const isOmitted = (option: string): boolean =>
    !(option in initConfig) || Reflect.get(initConfig, option) === undefined;
  const { region, ignoreConfiguredEndpointUrls, ...identities } = stubbedOptions;
  if ("region" in config) {
    if (isOmitted("region")) config.region = async () => region;
    config.ignoreConfiguredEndpointUrls = ignoreConfiguredEndpointUrls;
  }
  for (const [option, value] of Object.entries(identities)) {
    if (option in config && isOmitted(option)) Object.assign(config, { [option]: value });
  }
}
