import { loadConfig } from "@smithy/core/config";
import type { Provider } from "@smithy/types";

/** Which profile of the shared files counts; the environment's one where absent. */
export interface Files {
  readonly profile?: string;
}

/** A setting of the environment, or else of the profile. Empty ones are none. */
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

/** Finds a setting when it is first asked for, and keeps what it found, but not how. */
export function once<T>(finder: () => Provider<T>): Provider<T> {
  let found: Promise<T> | undefined;
  return async () => {
    try {
      return await (found ??= finder()());
    } catch (error) {
      found = undefined;
      throw error;
    }
  };
}
