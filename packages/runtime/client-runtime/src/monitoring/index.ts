export { clientSideMonitoring } from "./client-side-monitoring.js";
export type {
  AttemptEvent,
  CallEvent,
  MonitoringEvent,
  MonitoringPublisher,
} from "./monitoring-events.js";
export type { ClientSideMonitoringOptions } from "./monitoring-settings.js";
export { udpPublisher } from "./udp-publisher.js";
export type { UdpPublisherOptions } from "./udp-publisher.js";
