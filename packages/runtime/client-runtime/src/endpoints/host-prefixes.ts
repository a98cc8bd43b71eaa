import type { ClientFeature } from "../client/client-feature.js";

/**
 * Applies `AWS_DISABLE_HOST_PREFIX_INJECTION` and the profile's `disable_host_prefix_injection` if
 * the option `disableHostPrefix` is omitted.
 * Smithy: https://smithy.io/2.0/spec/endpoint-traits.html#endpoint-trait
 */
export const hostPrefixes: ClientFeature = ({ input, config, platform }) => {
  const set = platform
    .settings(config)
    .text("AWS_DISABLE_HOST_PREFIX_INJECTION", "disable_host_prefix_injection");
  return {
    applyToStack: (stack) => {
      if (input.disableHostPrefix !== undefined) return;
      stack.add(
        (next) => async (args) => {
          config.disableHostPrefix ||= (await set())?.toLowerCase() === "true";
          return next(args);
        },
        { name: "hostPrefixMiddleware", step: "initialize", priority: "low", override: true },
      );
    },
  };
};
