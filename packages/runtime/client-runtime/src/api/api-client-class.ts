import type { MetadataBearer } from "@smithy/types";
import { operationAccess, PluggableClient } from "../client/client-class.js";
import type { ClientKind } from "../client/client-class.js";
import type { ClientInput, ServiceClient, ServiceClientClass } from "../client/service-client.js";
import type { ResolvedClientConfig, ResolvedServiceClientConfig } from "../config/client-config.js";
import { checkOptionTypes } from "../config/check-options.js";
import { protocolOf } from "../config/protocol-config.js";
import { apiPlatform } from "../node/api-platform.js";
import { readResponses, writeRequests } from "../middleware/messages.js";
import type { ApiClientConfig } from "./api-client-config.js";
import type { ApiDescription } from "./api-description.js";

/** The class that generated clients of services outside AWS extend. */
export interface ApiClientClass extends Omit<ServiceClientClass, "new"> {
  new <Input extends object, Output extends MetadataBearer, Config extends ResolvedClientConfig>(
    service: ApiDescription,
    input: ApiClientConfig,
  ): ServiceClient<Input, Output, Config>;
}

const kind: ClientKind<ApiDescription> = {
  check: (options) =>
    checkOptionTypes(options, {
      "a number from 0 or a function": "maxAttempts",
      "an object": "requestHandler",
      "an array": "plugins",
    }),
  assemble(service, input) {
    const protocol = protocolOf(service);
    const core = {
      // Keeps the options that only this service has (client context parameters).
      ...input,
      serviceId: service.schema.name,
      requestHandler: apiPlatform.requestHandler(input.requestHandler, async () => ({})),
      protocol,
      bodyLengthChecker: apiPlatform.bodyLength,
    };
    // Parts of a service outside AWS do not read the options that only AWS has.
    const config = core as unknown as ResolvedServiceClientConfig;
    return {
      config,
      parts: [
        () => writeRequests(protocol),
        () => apiPlatform.contentLength(config),
        ...service.parts.map(
          (part) => () => part({ input, config, platform: apiPlatform, ...operationAccess }),
        ),
        () => readResponses(protocol),
      ],
    };
  },
};

class OtherClient extends PluggableClient<ApiDescription> {
  constructor(service: ApiDescription, given: ClientInput) {
    super(kind, service, given);
  }
}

/**
 * The class that generated clients of services outside AWS extend. The browser build replaces the
 * platform of Node with the platform of browsers.
 */
// Only the generated clients know the types of inputs and outputs.
export const ApiClient = OtherClient as unknown as ApiClientClass;
