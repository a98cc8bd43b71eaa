import { checkConfig } from "../config/check-config.js";
import { applyExtensions } from "../config/extensions.js";
import { resolveConfig } from "../config/resolve-config.js";
import { authSchemePlugin } from "../middleware/auth-scheme.js";
import { headersPlugin } from "../middleware/build-headers.js";
import { deserializerPlugin } from "../middleware/deserializer.js";
import { endpointPlugin } from "../middleware/endpoint.js";
import { loggerPlugin } from "../middleware/logger.js";
import { retryPlugin } from "../middleware/retry.js";
import { serializerPlugin } from "../middleware/serializer.js";
import { signingPlugin } from "../middleware/signing.js";
import { platform } from "../node/platform.js";
import { awsRetries } from "../retries/aws-retries.js";
import { operationAccess, PluggableClient } from "./client-class.js";
import type { ClientKind } from "./client-class.js";
import type { ClientInput, ServiceClientClass } from "./service-client.js";
import type { ServiceDescription } from "./service-description.js";

const kind: ClientKind<ServiceDescription> = {
  check: checkConfig,
  assemble(service, input) {
    const config = resolveConfig(service, input, platform);
    applyExtensions(config, input.extensions ?? []);
    const { features = [] } = service;
    return {
      config,
      parts: [
        () => loggerPlugin,
        () => serializerPlugin(config),
        () => endpointPlugin(config),
        () => authSchemePlugin(config),
        () => headersPlugin(config, platform),
        () => retryPlugin(config, awsRetries),
        () => signingPlugin,
        () => deserializerPlugin(config),
        ...features.map(
          (feature) => () => feature({ input, config, platform, ...operationAccess }),
        ),
      ],
    };
  },
};

class AwsClient extends PluggableClient<ServiceDescription> {
  constructor(service: ServiceDescription, given: ClientInput) {
    super(kind, service, given);
  }
}

/**
 * The class that generated clients of AWS services extend. The browser build replaces the platform
 * of Node with the platform of browsers.
 */
// One class serves all services. Only the generated clients know the types of inputs and outputs, so
// they cannot be checked here.
export const ServiceClient = AwsClient as unknown as ServiceClientClass;
