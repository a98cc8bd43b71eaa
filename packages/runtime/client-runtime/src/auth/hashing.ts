import type { ClientFeature } from "../client/client-feature.js";
import { Sha256 } from "../node/sha256.js";

/**
 * Gives other parts SHA-256. Clients of AWS services have it anyway. The browser build replaces
 * Node's class with one that uses Web Crypto.
 */
export const hashing: ClientFeature = ({ config }) => {
  config.sha256 ??= Sha256;
  return { applyToStack: () => undefined };
};
