/**
 * Client-side monitoring: reports calls and attempts to an agent, in Node.
 *
 * @packageDocumentation
 * @public
 */
export { clientSideMonitoring } from "../monitoring/client-side-monitoring.js";
export type {
  AttemptEvent,
  CallEvent,
  MonitoringEvent,
  MonitoringPublisher,
} from "../monitoring/monitoring-events.js";
export type { ClientSideMonitoringOptions } from "../monitoring/monitoring-settings.js";
export { udpPublisher } from "../monitoring/udp-publisher.js";
export type { UdpPublisherOptions } from "../monitoring/udp-publisher.js";
