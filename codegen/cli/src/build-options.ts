import type { EventOptions } from "./event-options.js";
import type { LoadingOptions } from "./load-paths.js";

/** The options of `tinsmith build`. */
export interface BuildOptions extends EventOptions, LoadingOptions {
  readonly check?: boolean;
  readonly watch?: boolean;
  readonly timing?: boolean;
  /** False if neither programs nor modules of the configuration are run. */
  readonly run?: boolean;
  readonly allowOutside?: boolean;
  /** False to neither read nor write the cache of build results. */
  readonly cache?: boolean;
  /** The number of threads for several configurations. Default: the number of cores. */
  readonly jobs?: number;
  /** The name of the only projection to build. */
  readonly projection?: string;
  /** The name of the only plugin to build. */
  readonly plugin?: string;
}
