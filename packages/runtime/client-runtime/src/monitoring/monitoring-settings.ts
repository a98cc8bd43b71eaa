import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import { textSetting } from "../node/text-setting.js";
import { cut, limits } from "./monitoring-events.js";
import type { MonitoringPublisher } from "./monitoring-events.js";
import { udpPublisher } from "./udp-publisher.js";

/** How calls are told of. All may be left out. */
export interface ClientSideMonitoringOptions {
  /** Default: `AWS_CSM_ENABLED`, then `csm_enabled` of the profile, then `true`. */
  readonly enabled?: boolean;
  /** Names the application. Default: `AWS_CSM_CLIENT_ID`, then `csm_client_id` of the profile, then an empty text. */
  readonly clientId?: string;
  /** Where the agent listens. Default: `AWS_CSM_HOST`, then `csm_host` of the profile, then `127.0.0.1`. */
  readonly host?: string;
  /** Default: `AWS_CSM_PORT`, then `csm_port` of the profile, then 31000. */
  readonly port?: number;
  /** Takes the events, in the place of datagrams to `host` and `port`. */
  readonly publisher?: MonitoringPublisher;
}

/** Where the events of a client go, and under which name. */
export interface Monitoring {
  readonly clientId: string;
  readonly publisher: MonitoringPublisher;
}

/**
 * Settles the options. Environment and profile come after the code.
 * @returns nothing where monitoring is off
 * @throws TypeError, RangeError where a setting means nothing
 */
export async function resolveMonitoring(
  options: ClientSideMonitoringOptions,
  config: Pick<ResolvedServiceClientConfig, "profile">,
): Promise<Monitoring | undefined> {
  const files = config.profile === undefined ? {} : { profile: config.profile };
  const enabled =
    options.enabled ?? readFlag(await textSetting("AWS_CSM_ENABLED", "csm_enabled", files)());
  if (!enabled) return undefined;
  const set = {
    clientId: textSetting("AWS_CSM_CLIENT_ID", "csm_client_id", files),
    host: textSetting("AWS_CSM_HOST", "csm_host", files),
    port: textSetting("AWS_CSM_PORT", "csm_port", files),
  };
  const clientId = options.clientId ?? (await set.clientId()) ?? "";
  const host = options.host ?? (await set.host());
  const port = options.port ?? toNumber(await set.port());
  return {
    clientId: cut(clientId, limits.clientId),
    publisher:
      options.publisher ??
      udpPublisher({ ...(host !== undefined && { host }), ...(port !== undefined && { port }) }),
  };
}

/** @throws TypeError where it is neither true nor false */
function readFlag(text = "true"): boolean {
  const flag = text.toLowerCase();
  if (["true", "t", "1"].includes(flag)) return true;
  if (["false", "f", "0"].includes(flag)) return false;
  throw new TypeError(`AWS_CSM_ENABLED has to be true or false; it is "${text}".`);
}

const toNumber = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);
