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
import type { AwsPlatform } from "../platform.js";
import { awsRetries } from "../retries/aws-retries.js";
import { clientClass, operationAccess } from "./client-class.js";
import type { ServiceClientClass } from "./service-client.js";
import type { ServiceDescription } from "./service-description.js";

/** Creates the class that clients of AWS services extend on a platform. */
export const serviceClientOn = (platform: AwsPlatform): ServiceClientClass =>
  // One class serves all services. Only the generated clients know the types of inputs and outputs,
  // so they cannot be checked here.
  clientClass<ServiceDescription>({
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
  }) as unknown as ServiceClientClass;
