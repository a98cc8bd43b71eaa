import { isHttpHandler } from "../http/http-handler.js";
import type { Platform } from "../platform.js";
import { LazyHttpHandler } from "./lazy-http-handler.js";

/** Creates the request handler of Node. Its code is loaded with the first request. */
export const nodeHandler: Platform["requestHandler"] = (input, defaults) =>
  isHttpHandler(input)
    ? input
    : new LazyHttpHandler(
        input ?? defaults,
        "http/1.1",
        async () => (await import("./node-http-handler.js")).NodeHttpHandler,
      );
