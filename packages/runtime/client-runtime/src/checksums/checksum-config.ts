import { normalizeProvider } from "@smithy/core/transport";
import type { Provider } from "@smithy/types";
import type { FeatureContext } from "../client/client-feature.js";
import type { Configurable } from "../config/options.js";
import type { ServiceClientConfig } from "../config/client-config.js";
import { algorithmsWith } from "./algorithms.js";
import type { ChecksumAlgorithms } from "./algorithms.js";

/** Whether checksums are used wherever they can be, or only where the service insists. */
export type ChecksumUse = "WHEN_SUPPORTED" | "WHEN_REQUIRED";

/** Options of clients of services that know checksums. */
export interface ChecksumConfig {
  /** When requests carry a checksum. Default `WHEN_SUPPORTED`. */
  requestChecksumCalculation?: Configurable<ChecksumUse> | undefined;
  /** When the checksums of responses are asked for and checked. Default `WHEN_SUPPORTED`. */
  responseChecksumValidation?: Configurable<ChecksumUse> | undefined;
  /** Classes of further algorithms, or in place of those that there are, by name. */
  checksumAlgorithms?: ChecksumAlgorithms | undefined;
}

/** What {@link ChecksumConfig} becomes in `client.config`. */
export interface ChecksumResolvedConfig {
  requestChecksumCalculation: Provider<ChecksumUse>;
  responseChecksumValidation: Provider<ChecksumUse>;
  checksumAlgorithms: ChecksumAlgorithms;
}

/** Resolves the options onto the client's configuration. Environment and profile come after the code. */
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

/** @throws TypeError where the setting is neither of the two */
function readUse(variable: string, text = "WHEN_SUPPORTED"): ChecksumUse {
  const use = text.toUpperCase();
  if (use === "WHEN_SUPPORTED" || use === "WHEN_REQUIRED") return use;
  throw new TypeError(`${variable} has to be WHEN_SUPPORTED or WHEN_REQUIRED; it is "${text}".`);
}
