import { calculateBodyLength } from "@smithy/core/serde";
import { isHttpHandler } from "../http/http-handler.js";
import { noSettings } from "../no-settings.js";
import type { Platform } from "../platform.js";
import { LazyHttpHandler } from "./lazy-http-handler.js";

/** Node for clients that only the code configures: nothing comes from the environment. */
export const apiPlatform: Platform = {
  ...noSettings,
  bodyLength: calculateBodyLength,
  requestHandler: (input, defaults) =>
    isHttpHandler(input)
      ? input
      : new LazyHttpHandler(
          input ?? defaults,
          "http/1.1",
          async () => (await import("./node-http-handler.js")).NodeHttpHandler,
        ),
};
