import type { AwsPlatform } from "../platform.js";
import { apiPlatform } from "./api-platform.js";
import { noSettings } from "./no-settings.js";
import { resolveDefaultsMode } from "./defaults-mode.js";
import { Sha256 } from "./sha256.js";

/** Browsers and workers for clients of AWS services, which only the code configures. */
export const platform: AwsPlatform = {
  ...apiPlatform,
  ...noSettings,
  runtime: "browser",
  sha256: Sha256,
  defaultsMode: resolveDefaultsMode,
  userAgent: () => [["ua", "2.1"], ["lang/js"], ["md/browser"]],
  collectStream: async (stream) => new Uint8Array(await new Response(stream).arrayBuffer()),
  traceId: () => undefined,
};
