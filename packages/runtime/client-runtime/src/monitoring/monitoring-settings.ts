import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import { textSetting } from "../node/text-setting.js";
import { truncate, limits } from "./monitoring-events.js";
import type { MonitoringPublisher } from "./monitoring-events.js";
import { udpPublisher } from "./udp-publisher.js";

/** Options of client-side monitoring. All are optional. */
export interface ClientSideMonitoringOptions {
  /**
   * Turns monitoring on. Default: `AWS_CSM_ENABLED`, then `csm_enabled` of the profile, then
   * `true`.
   */
  readonly enabled?: boolean;
  /**
   * The name of the application. Default: `AWS_CSM_CLIENT_ID`, then `csm_client_id` of the profile,
   * then an empty string.
   */
  readonly clientId?: string;
  /**
   * The host of the agent. Default: `AWS_CSM_HOST`, then `csm_host` of the profile, then
   * `127.0.0.1`.
   */
  readonly host?: string;
  /** The port of the agent. Default: `AWS_CSM_PORT`, then `csm_port` of the profile, then 31000. */
  readonly port?: number;
  /** Receives the events instead of the agent at `host` and `port`. */
  readonly publisher?: MonitoringPublisher;
}

/** The resolved options. */
export interface Monitoring {
  readonly clientId: string;
  readonly publisher: MonitoringPublisher;
}

/**
 * Resolves the options. Options in code take precedence over environment and profile.
 * @returns undefined if monitoring is off
 * @throws TypeError, RangeError if a setting is invalid
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
    clientId: truncate(clientId, limits.clientId),
    publisher:
      options.publisher ??
      udpPublisher({ ...(host !== undefined && { host }), ...(port !== undefined && { port }) }),
  };
}

/** @throws TypeError if the setting is neither true nor false */
function readFlag(text = "true"): boolean {
  const flag = text.toLowerCase();
  if (["true", "t", "1"].includes(flag)) return true;
  if (["false", "f", "0"].includes(flag)) return false;
  throw new TypeError(`Unknown AWS_CSM_ENABLED "${text}". Expected true or false.`);
}

const toNumber = (text: string | undefined): number | undefined =>
  text === undefined ? undefined : Number(text);
