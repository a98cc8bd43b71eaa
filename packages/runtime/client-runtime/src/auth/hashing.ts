import type { ClientFeature } from "../client/client-feature.js";
import { Sha256 } from "../node/sha256.js";

/**
 * Provides SHA-256 to other features. Clients of AWS services always have it. The browser build
 * replaces Node's class with a class that uses Web Crypto.
 */
export const hashing: ClientFeature = ({ config }) => {
  config.sha256 ??= Sha256;
  return { applyToStack: () => undefined };
};
