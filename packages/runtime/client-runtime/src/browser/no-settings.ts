import { DEFAULT_MAX_ATTEMPTS } from "../retries/retry-modes.js";
import type { Platform, Settings } from "../platform.js";

/** Returns a provider that reports a missing option. */
export const missing = (what: string) => async (): Promise<never> => {
  throw new Error(`${what} is missing`);
};

const settings: Settings = {
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
};

/** The settings of browsers, where only the code configures clients. */
export const noSettings: Pick<Platform, "settings" | "defaultCredentials"> = {
  settings: () => settings,
  defaultCredentials: () => missing("Credential"),
};
