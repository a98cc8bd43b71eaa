import { checkConfig } from "../config/check-config.js";
import { applyExtensions } from "../config/extensions.js";
import type { ClientPlugin, ResolvedServiceClientConfig } from "../config/client-config.js";
import { resolveConfig } from "../config/resolve-config.js";
import { createException } from "../errors/create-exception.js";
import { wrongArgument } from "../errors/wrong-argument.js";
import { authSchemePlugin } from "../middleware/auth-scheme.js";
import { headersPlugin } from "../middleware/build-headers.js";
import { deserializerPlugin } from "../middleware/deserializer.js";
import { endpointPlugin } from "../middleware/endpoint.js";
import { loggerPlugin } from "../middleware/logger.js";
import { retryPlugin } from "../middleware/retry.js";
import { serializerPlugin } from "../middleware/serializer.js";
import { signingPlugin } from "../middleware/signing.js";
import type { Platform } from "../platform.js";
import { Client } from "./base-client.js";
import { operationOf } from "./call-operation.js";
import type { FeatureContext } from "./client-feature.js";
import type { ClientInput, ServiceClientClass } from "./service-client.js";
import type { ServiceDescription } from "./service-description.js";

/** Gives features access to the operation of a call. */
const operationAccess: Pick<FeatureContext, "definitionOf" | "exceptionOf"> = {
  definitionOf: (context) => operationOf(context).definition,
  exceptionOf: (context, error, metadata) => createException(operationOf(context), error, metadata),
};

/** @throws TypeError if the value has neither `configure` nor `applyToStack` */
function checkPlugin(plugin: ClientPlugin): ClientPlugin {
  if (plugin?.configure ?? plugin?.applyToStack) return plugin;
  throw wrongArgument("A plugin must have configure() or applyToStack()", plugin);
}

/** Creates the class that clients of a platform extend. */
export function serviceClientOn(platform: Platform): ServiceClientClass {
  class ServiceClient extends Client<ResolvedServiceClientConfig> {
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

    constructor(service: ServiceDescription, given: ClientInput) {
      checkConfig(given);
      const plugins = [...new.target.plugins, ...(given.plugins ?? []).map(checkPlugin)];
      let input = given;
      for (const plugin of plugins) input = { ...input, ...plugin.configure?.({ ...input }) };
      const config = resolveConfig(service, input, platform);
      applyExtensions(config, input.extensions ?? []);
      super(config);
      this.initConfig = given;
      const stack = this.middlewareStack;
      stack.use(loggerPlugin);
      stack.use(serializerPlugin(config));
      stack.use(endpointPlugin(config));
      stack.use(authSchemePlugin(config));
      stack.use(headersPlugin(config, platform));
      stack.use(retryPlugin(config));
      stack.use(signingPlugin);
      stack.use(deserializerPlugin(config));
      for (const feature of service.features ?? []) {
        stack.use(feature({ input, config, platform, ...operationAccess }));
      }
      for (const plugin of plugins) plugin.applyToStack?.(stack, config);
    }
  }
  // One class serves all services. Only the generated clients know the types of inputs and outputs,
  // so they cannot be checked here.
  return ServiceClient as unknown as ServiceClientClass;
}
