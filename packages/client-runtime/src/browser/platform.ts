import { DEFAULT_MAX_ATTEMPTS } from "@smithy/core/retry";
import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { isHttpHandler } from "../http-handler.js";
import type { Platform } from "../platform.js";
import { Sha256 } from "./sha256.js";

const missing = (what: string) => async (): Promise<never> => {
  throw new Error(`${what} is missing`);
};

/** Browsers and workers: `fetch`, and nothing beyond what the code configures. */
export const platform: Platform = {
  runtime: "browser",
  sha256: Sha256,
  settings: () => ({
    region: missing("Region"),
    maxAttempts: async () => DEFAULT_MAX_ATTEMPTS,
    retryMode: async () => undefined,
    useDualstackEndpoint: async () => false,
    useFipsEndpoint: async () => false,
    authSchemePreference: async () => [],
    userAgentAppId: async () => undefined,
    disableClockSkewCorrection: async () => false,
    endpointUrl: async () => undefined,
    text: () => async () => undefined,
  }),
  requestHandler: (input, defaults) =>
    isHttpHandler(input) ? input : new FetchHttpHandler(input ?? defaults),
  defaultCredentials: () => missing("Credential"),
  userAgent: () => [["ua", "2.1"], ["lang/js"], ["md/browser"]],
  collectStream: async (stream) => new Uint8Array(await new Response(stream).arrayBuffer()),
  traceId: () => undefined,
};
