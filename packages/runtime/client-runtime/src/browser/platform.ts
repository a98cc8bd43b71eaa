import { noCredentials } from "../no-settings.js";
import type { AwsPlatform } from "../platform.js";
import { bodyLength, browserHandler } from "./api-platform.js";
import { browserSettings } from "./browser-settings.js";
import { resolveDefaultsMode } from "./defaults-mode.js";
import { Sha256 } from "./sha256.js";

/** The platform of browsers and workers for clients of AWS services. Only code configures it. */
export const platform: AwsPlatform = {
  bodyLength,
  requestHandler: browserHandler,
  settings: browserSettings,
  defaultCredentials: noCredentials,
  runtime: "browser",
  sha256: Sha256,
  defaultsMode: resolveDefaultsMode,
  userAgent: () => [["ua", "2.1"], ["lang/js"], ["md/browser"]],
  collectStream: async (stream) => new Uint8Array(await new Response(stream).arrayBuffer()),
  traceId: () => undefined,
};
