import { outputOf } from "@tinsmith/schema";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import type { MiddlewarePlugin } from "../config/client-config.js";
import { objectWith } from "../errors/option-kinds.js";
import { wrongArgument } from "../errors/wrong-argument.js";
import { defaultData } from "./default-data.js";
import { operationNamed, ServiceStubs } from "./service-stubs.js";
import type {
  PartialData,
  StubbedOperations,
  StubbedService,
  StubResponses,
  Stubs,
} from "./stub-types.js";
import { stubbedOptions } from "./stubbed-options.js";

/** A client that stubs can be put into. */
export interface StubbableClient {
  readonly config: ResolvedServiceClientConfig;
  readonly middlewareStack: { use(plugin: MiddlewarePlugin): void };
  /** The options as they were given. */
  readonly initConfig?: object;
}

/** The functions that make stubs for the clients of one service. */
export interface StubFunctions<
  Operations extends StubbedOperations<Operations>,
  Client extends StubbableClient,
> {
  /**
   * Makes stubs for clients that are yet to be constructed.
   * @throws TypeError where data does not fit the model; it names all the problems
   */
  createStubs(responses?: StubResponses<Operations>): Stubs<Operations>;
  /**
   * Puts stubs into a client; one that has some keeps those of the operations that are not named.
   * @throws TypeError where data does not fit the model; it names all the problems
   */
  stubResponses(client: Client, responses?: StubResponses<Operations>): Stubs<Operations>;
  /** Data that an operation may answer, from what is given and defaults for all the rest. */
  stubData<Name extends keyof Operations>(
    operation: Name,
    data?: PartialData<Operations[Name]["output"]>,
  ): Operations[Name]["output"];
}

const isClient = objectWith("send");

const stubsOfClients = new WeakMap<object, ServiceStubs>();

/** Makes the functions that stub the clients of a service. Generated code calls it. */
export function defineStubs<
  Operations extends StubbedOperations<Operations>,
  Client extends StubbableClient,
>(service: StubbedService<keyof Operations & string>): StubFunctions<Operations, Client> {
  const functions = {
    createStubs: (responses: Readonly<Record<string, unknown>> = {}) =>
      new ServiceStubs(service, responses),
    stubResponses: (client: Client, responses: Readonly<Record<string, unknown>> = {}) => {
      if (!isClient.fits(client)) {
        throw wrongArgument("The first argument of stubResponses must be a client", client);
      }
      const present = stubsOfClients.get(client);
      if (present !== undefined) {
        present.stubResponses(responses);
        return present;
      }
      const stubs = new ServiceStubs(service, responses);
      stubsOfClients.set(client, stubs);
      applyDefaults(client);
      client.middlewareStack.use({
        applyToStack: (stack) => stubs.applyToStack(stack, client.config),
      });
      return stubs;
    },
    stubData: (name: string, data?: unknown) =>
      defaultData(outputOf(operationNamed(service, name).schema), service.shapeNames, data),
  };
  // The types of a service's operations are known to its generated code only; the schemas, by which all of this is
  // done, were generated from the same shapes.
  return functions as unknown as StubFunctions<Operations, Client>;
}

/** What the code did not set must not be looked up somewhere by a client that is constructed already. */
function applyDefaults({ config, initConfig = {} }: StubbableClient): void {
  const isOpen = (option: string): boolean =>
    !(option in initConfig) || Reflect.get(initConfig, option) === undefined;
  const { region, ignoreConfiguredEndpointUrls, ...identities } = stubbedOptions;
  if (isOpen("region")) config.region = async () => region;
  config.ignoreConfiguredEndpointUrls = ignoreConfiguredEndpointUrls;
  for (const [option, value] of Object.entries(identities)) {
    if (option in config && isOpen(option)) Object.assign(config, { [option]: value });
  }
}
