import type { MetadataBearer } from "@smithy/types";
import { clientClass, operationAccess } from "../client/client-class.js";
import type { ServiceClient, ServiceClientClass } from "../client/service-client.js";
import type { ResolvedClientConfig, ResolvedServiceClientConfig } from "../config/client-config.js";
import { checkOptionTypes } from "../config/check-options.js";
import { protocolOf } from "../config/protocol-config.js";
import { readResponses, writeRequests } from "../middleware/messages.js";
import type { Platform } from "../platform.js";
import type { ApiClientConfig } from "./api-client-config.js";
import type { ApiDescription } from "./api-description.js";

/** The class that generated clients of services other than those of AWS extend. */
export interface ApiClientClass extends Omit<ServiceClientClass, "new"> {
  new <Input extends object, Output extends MetadataBearer, Config extends ResolvedClientConfig>(
    service: ApiDescription,
    input: ApiClientConfig,
  ): ServiceClient<Input, Output, Config>;
}

/** Creates the class that clients of other services than those of AWS extend on a platform. */
export const apiClientOn = (platform: Platform): ApiClientClass =>
  // Only the generated clients know the types of inputs and outputs.
  clientClass<ApiDescription>({
    check: (options) =>
      checkOptionTypes(options, {
        "a number": ["maxAttempts"],
        "an object": ["requestHandler", "retryStrategy"],
        "an array": ["plugins"],
      }),
    assemble(service, input) {
      const protocol = protocolOf(service);
      const core = {
        // Keeps the options that only this service has (client context parameters).
        ...input,
        serviceId: service.schema.name,
        disableHostPrefix: false,
        requestHandler: platform.requestHandler(input.requestHandler, async () => ({})),
        protocol,
        bodyLengthChecker: platform.bodyLength,
      };
      // Parts of a service outside AWS do not read the options that only AWS has.
      const config = core as unknown as ResolvedServiceClientConfig;
      return {
        config,
        parts: [
          () => writeRequests(protocol),
          ...service.parts.map(
            (part) => () => part({ input, config, platform, ...operationAccess }),
          ),
          () => readResponses(protocol),
        ],
      };
    },
  }) as unknown as ApiClientClass;
