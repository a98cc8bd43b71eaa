import { FetchHttpHandler } from "@smithy/fetch-http-handler";
import { bytesOf } from "@tinsmith/protocols";
import { isHttpHandler } from "../http/http-handler.js";
import type { Platform } from "../platform.js";
import { DEFAULT_MAX_ATTEMPTS } from "../retries/retry-modes.js";
import { resolveDefaultsMode } from "./defaults-mode.js";
import { Sha256 } from "./sha256.js";

const missing = (what: string) => async (): Promise<never> => {
  throw new Error(`${what} is missing`);
};

/** A string, bytes or a blob. */
type SizedBody = string | { readonly byteLength?: number; readonly size?: number };

function bodyLength(body: SizedBody): number {
  const length = typeof body === "string" ? bytesOf(body).length : (body.byteLength ?? body.size);
  if (length !== undefined) return length;
  throw new Error("The length of this body is unknown.");
}

/** The platform of browsers and workers: `fetch`, and only settings from code. */
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
  defaultsMode: resolveDefaultsMode,
  bodyLength,
  requestHandler: (input, defaults) =>
    isHttpHandler(input) ? input : new FetchHttpHandler(input ?? defaults),
  defaultCredentials: () => missing("Credential"),
  userAgent: () => [["ua", "2.1"], ["lang/js"], ["md/browser"]],
  collectStream: async (stream) => new Uint8Array(await new Response(stream).arrayBuffer()),
  traceId: () => undefined,
};
