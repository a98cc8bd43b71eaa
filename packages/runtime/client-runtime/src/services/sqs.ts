import type { MetadataBearer, SerializeMiddleware } from "@smithy/types";
import type { ClientFeature, FeatureContext } from "../client/client-feature.js";
import type { ServiceClientConfig } from "../config/client-config.js";
import { hasOwnEndpoint } from "../endpoints/own-endpoint.js";

/** Options of clients of SQS. */
export interface QueueUrlConfig {
  /**
   * Whether calls go to the host of the queue's URL, where that is another than the endpoint of the client. Default true.
   * Where there is an `endpoint`, it is used for all of them.
   */
  useQueueUrlAsEndpoint?: boolean | undefined;
}

/** What {@link QueueUrlConfig} becomes in `client.config`. */
export interface QueueUrlResolvedConfig {
  useQueueUrlAsEndpoint: boolean;
}

/** SQS names queues by URLs, and each queue lives where its URL leads to. */
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
    // A queue can be named otherwise: what is no URL is the service's to judge.
    if (
      typeof url === "string" &&
      URL.canParse(url) &&
      endpointV2 &&
      !(await hasOwnEndpoint(config))
    ) {
      const { origin } = new URL(url);
      if (origin !== endpointV2.url.origin) {
        context.logger?.warn(
          `${context.commandName} goes to ${origin}, where its queue is, and not to ${endpointV2.url.origin}. Set endpoint or useQueueUrlAsEndpoint to change that.`,
        );
        context.endpointV2 = { ...endpointV2, url: new URL(origin) };
      }
    }
    return next(args);
  };
