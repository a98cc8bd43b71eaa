import { normalizeProvider } from "@smithy/core/transport";
import type { Provider } from "@smithy/types";
import type { FeatureContext } from "../client/client-feature.js";
import type { Configurable } from "../config/options.js";
import type { ServiceClientConfig } from "../config/client-config.js";
import { algorithmsWith } from "./algorithms.js";
import type { ChecksumAlgorithms } from "./algorithms.js";

/** Uses checksums wherever the service supports them, or only where it requires them. */
export type ChecksumUse = "WHEN_SUPPORTED" | "WHEN_REQUIRED";

/** Options of clients whose service supports checksums. */
export interface ChecksumConfig {
  /** Determines which requests carry a checksum. Default `WHEN_SUPPORTED`. */
  requestChecksumCalculation?: Configurable<ChecksumUse> | undefined;
  /**
   * Determines whether checksums of responses are requested and verified. Default `WHEN_SUPPORTED`.
   */
  responseChecksumValidation?: Configurable<ChecksumUse> | undefined;
  /** Checksum classes by algorithm name. They extend or replace the built-in ones. */
  checksumAlgorithms?: ChecksumAlgorithms | undefined;
}

/** {@link ChecksumConfig} as resolved in `client.config`. */
export interface ChecksumResolvedConfig {
  requestChecksumCalculation: Provider<ChecksumUse>;
  responseChecksumValidation: Provider<ChecksumUse>;
  checksumAlgorithms: ChecksumAlgorithms;
}

/**
 * Resolves the options into the client's configuration. Options in code take precedence over
 * environment and profile.
 */
export function resolveChecksumConfig({
  input,
  config,
  platform,
}: FeatureContext): ChecksumResolvedConfig {
  const options: ServiceClientConfig & ChecksumConfig = input;
  const settings = platform.settings(config);
  const use = (
    given: Configurable<ChecksumUse> | undefined,
    variable: string,
  ): Provider<ChecksumUse> => {
    const set = settings.text(variable, variable.slice("AWS_".length).toLowerCase());
    return normalizeProvider(given ?? (async () => readUse(variable, await set())));
  };
  const resolved: ChecksumResolvedConfig = {
    requestChecksumCalculation: use(
      options.requestChecksumCalculation,
      "AWS_REQUEST_CHECKSUM_CALCULATION",
    ),
    responseChecksumValidation: use(
      options.responseChecksumValidation,
      "AWS_RESPONSE_CHECKSUM_VALIDATION",
    ),
    checksumAlgorithms: algorithmsWith(config.sha256, options.checksumAlgorithms),
  };
  Object.assign(config, resolved);
  return resolved;
}

/** @throws TypeError if the setting is neither `WHEN_SUPPORTED` nor `WHEN_REQUIRED` */
function readUse(variable: string, text = "WHEN_SUPPORTED"): ChecksumUse {
  const use = text.toUpperCase();
  if (use === "WHEN_SUPPORTED" || use === "WHEN_REQUIRED") return use;
  throw new TypeError(`Unknown ${variable} "${text}". Expected WHEN_SUPPORTED or WHEN_REQUIRED.`);
}
