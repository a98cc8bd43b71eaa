import type { MetadataBearer, SerializeMiddleware } from "@smithy/types";
import type { ClientFeature, FeatureContext } from "../client/client-feature.js";
import type { ServiceClientConfig } from "../config/client-config.js";
import { hasConfiguredEndpoint } from "../endpoints/configured-endpoint.js";

/** Options of SQS clients. */
export interface QueueUrlConfig {
  /**
   * Sends calls to the host of the queue's URL if it differs from the client's endpoint. Default
   * `true`. If `endpoint` is set, all calls use that endpoint.
   */
  useQueueUrlAsEndpoint?: boolean | undefined;
}

/** {@link QueueUrlConfig} as resolved in `client.config`. */
export interface QueueUrlResolvedConfig {
  useQueueUrlAsEndpoint: boolean;
}

/**
 * Sends calls to the host in the queue's URL. SQS identifies queues by URLs that contain their
 * location.
 */
export const queueUrls: ClientFeature = ({ input, config }) => {
  const { useQueueUrlAsEndpoint = true }: ServiceClientConfig & QueueUrlConfig = input;
  const resolved: QueueUrlResolvedConfig = { useQueueUrlAsEndpoint };
  Object.assign(config, resolved);
  return {
    applyToStack: (stack) => {
      if (!useQueueUrlAsEndpoint) return;
      stack.addRelativeTo(queueUrlMiddleware(config), {
        name: "queueUrlMiddleware",
        tags: ["QUEUE_URL"],
        relation: "after",
        toMiddleware: "endpointV2Middleware",
        override: true,
      });
    },
  };
};

const queueUrlMiddleware =
  (config: FeatureContext["config"]): SerializeMiddleware<object, MetadataBearer> =>
  (next, context) =>
  async (args) => {
    const url: unknown = Reflect.get(args.input, "QueueUrl");
    const { endpointV2 } = context;
    // Any other form of queue name is left for the service to validate.
    if (
      typeof url === "string" &&
      URL.canParse(url) &&
      endpointV2 &&
      !(await hasConfiguredEndpoint(config))
    ) {
      const { origin } = new URL(url);
      if (origin !== endpointV2.url.origin) {
        context.logger?.warn?.(
          `${context.commandName} is sent to ${origin}, the host of the queue's URL, instead of ${endpointV2.url.origin}. Set endpoint or useQueueUrlAsEndpoint to change this.`,
        );
        context.endpointV2 = { ...endpointV2, url: new URL(origin) };
      }
    }
    return next(args);
  };
