import type * as v from "valibot";
import type { ControlRoute } from "./control-route.js";

/** Settings of the control API over HTTP. */
export interface ControlOptions {
  /**
   * Additional names that a `Host` header may have. Always allowed are the names of the loopback
   * interface and the address that the server listens on. Add, for example, the name of a
   * container. All other names are refused, so that a web page cannot reach the server through a
   * domain that it controls (DNS rebinding). Some services have endpoints that contain a label of
   * the path, as S3 endpoints contain the bucket. Such a service is also served at hosts below
   * these names.
   */
  readonly allowedHosts?: readonly string[];
  /** The maximum size of a body, for example of a seed. Default 16 MiB. */
  readonly maxBodyBytes?: number;
  /** The schema of the service's state, for `/_mock/openapi.json`. */
  readonly state?: v.GenericSchema;
  /** Routes that the service adds to the control API, below `/_mock`. */
  readonly routes?: readonly ControlRoute[];
}
