import type { ControlRoute } from "./control-route.js";

/** Settings of the control over HTTP. */
export interface ControlOptions {
  /**
   * Names that a `Host` header may have beside those of the loopback interface and the one that is
   * listened on, for example the name of a container. What else claims to be this server is refused,
   * so that no web page reaches it through a name of its own (DNS rebinding). Services whose endpoints hold
   * a label of the path, as those of S3 hold the bucket, are found below these names, too.
   */
  readonly allowedHosts?: readonly string[];
  /** The largest body, for example of a seed. Default 16 MiB. */
  readonly maxBodyBytes?: number;
  /** What the service adds to the control, below `/_mock`. */
  readonly routes?: readonly ControlRoute[];
}
