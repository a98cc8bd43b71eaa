import type { BuildOptions } from "../build-options.js";
import type { ExitCode } from "../exit-codes.js";
import type { Verbosity } from "../terminal.js";

/** The data that a thread needs to build configurations. */
export interface ThreadData {
  readonly cwd: string;
  readonly options: BuildOptions;
  readonly verbosity: Verbosity;
  readonly colors: boolean;
  /** Shared by all threads: see {@link shared}. */
  readonly state: SharedArrayBuffer;
}

/** The indexes of the numbers that all threads share. */
export const shared = {
  /** The number of threads that write files or run programs. */
  guarded: 0,
  /** The flag that a signal sets to 1. Once it is set, threads do not start to write. */
  stopped: 1,
  size: 2,
} as const;

/** The outcome of the build of one configuration. */
export interface BuildReport {
  readonly config: string;
  readonly code: ExitCode;
  /** Problems, as a single build prints them. */
  readonly problems: string;
  /** Changes and outcome, as a single build prints them. */
  readonly notes: string;
}
