import { DEFAULT_MAX_ATTEMPTS } from "../retries/retry-modes.js";
import type { Settings } from "../platform.js";

const settings: Settings = {
  // A call here would keep the settings in bundles of clients without any.
  region: async () => {
    throw new Error("Region is missing");
  },
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

/** Returns the settings of browsers. In browsers, only the code configures clients. */
export const browserSettings = (): Settings => settings;
