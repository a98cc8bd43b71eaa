import { loadConfig } from "@smithy/core/config";
import type { Provider } from "@smithy/types";

/** The profile of the shared configuration files. Default: the environment's profile. */
export interface Files {
  readonly profile?: string;
}

/** Returns a setting of the environment, or else of the profile. Empty values count as missing. */
export const textSetting = (
  variable: string,
  key: string,
  files: Files,
): Provider<string | undefined> =>
  once(() =>
    loadConfig<string | undefined>(
      {
        environmentVariableSelector: (environment) => environment[variable] || undefined,
        configFileSelector: (profile) => profile[key] || undefined,
        default: undefined,
      },
      files,
    ),
  );

/**
 * Creates a provider that loads a setting on first use and caches the value. The loader is
 * discarded, and failures are not cached.
 */
export function once<T>(createLoader: () => Provider<T>): Provider<T> {
  let found: Promise<T> | undefined;
  return async () => {
    try {
      return await (found ??= createLoader()());
    } catch (error) {
      found = undefined;
      throw error;
    }
  };
}
