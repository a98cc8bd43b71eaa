import type * as v from "valibot";
import type { ControlRoute } from "./control-route.js";

/** Settings of the control API over HTTP. */
export interface ControlOptions {
  /**
   * Names that a `Host` header may have, besides those of the loopback interface and the address
   * that the server listens on: the name of a container, for example. All other names are refused,
   * so that no web page reaches the server through its own name (DNS rebinding). Services whose
   * endpoints hold a label of the path, as those of S3 hold the bucket, are also served below these
   * names.
   */
  readonly allowedHosts?: readonly string[];
  /** The maximum size of a body, for example of a seed. Default 16 MiB. */
  readonly maxBodyBytes?: number;
  /** The schema of the service's state, for `/_mock/openapi.json`. */
  readonly state?: v.GenericSchema;
  /** Routes that the service adds to the control API, below `/_mock`. */
  readonly routes?: readonly ControlRoute[];
}
