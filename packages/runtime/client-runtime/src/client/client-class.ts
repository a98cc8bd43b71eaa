import type { MetadataBearer, Pluggable } from "@smithy/types";
import type { ClientPlugin, ResolvedServiceClientConfig } from "../config/client-config.js";
import { createException } from "../errors/create-exception.js";
import { wrongArgument } from "../errors/wrong-argument.js";
import { Client } from "./base-client.js";
import { operationOf } from "./call-operation.js";
import type { FeatureContext } from "./client-feature.js";
import type { ClientInput } from "./service-client.js";

/** The configuration and the pipeline of a client. */
export interface AssembledClient {
  readonly config: ResolvedServiceClientConfig;
  /** The parts of the pipeline. They may also resolve options when they are created. */
  readonly parts: readonly (() => Pluggable<object, MetadataBearer>)[];
}

/** The differences between the kinds of clients. */
export interface ClientKind<Service> {
  /** @throws TypeError if an option has the wrong type */
  check(options: ClientInput): void;
  assemble(service: Service, input: ClientInput): AssembledClient;
}

/** Gives parts of the pipeline access to the operation of a call. */
export const operationAccess: Pick<FeatureContext, "definitionOf" | "exceptionOf"> = {
  definitionOf: (context) => operationOf(context).definition,
  exceptionOf: (context, error, metadata) => createException(operationOf(context), error, metadata),
};

/** @throws TypeError if the value has neither `configure` nor `applyToStack` */
function checkPlugin(plugin: ClientPlugin): ClientPlugin {
  if (plugin?.configure ?? plugin?.applyToStack) return plugin;
  throw wrongArgument("A plugin must have configure() or applyToStack()", plugin);
}

/**
 * The base class of clients of all kinds. Classes extend it, because bundlers can remove an unused
 * subclass. A class that is created by a call would stay: minified builds lose the annotations of
 * pure calls.
 */
export class PluggableClient<Service> extends Client<ResolvedServiceClientConfig> {
  // A subclass inherits this list until the first assignment gives it its own copy.
  static plugins: readonly ClientPlugin[] = [];

  static addPlugin(plugin: ClientPlugin): void {
    this.plugins = [...this.plugins, checkPlugin(plugin)];
  }

  static removePlugin(plugin: ClientPlugin): void {
    this.plugins = this.plugins.filter((other) => other !== plugin);
  }

  static clearPlugins(): void {
    this.plugins = [];
  }

  readonly initConfig: object;

  constructor({ check, assemble }: ClientKind<Service>, service: Service, given: ClientInput) {
    check(given);
    // The constructor of a subclass.
    const { plugins: ofClass }: { readonly plugins: readonly ClientPlugin[] } = new.target;
    const plugins = [...ofClass, ...(given.plugins ?? []).map(checkPlugin)];
    let input = given;
    for (const plugin of plugins) input = { ...input, ...plugin.configure?.({ ...input }) };
    const { config, parts } = assemble(service, input);
    super(config);
    this.initConfig = given;
    const stack = this.middlewareStack;
    for (const part of parts) stack.use(part());
    for (const plugin of plugins) plugin.applyToStack?.(stack, config);
  }
}
