export { telemetry } from "../telemetry/telemetry-plugin.js";
export type { TelemetryOptions } from "../telemetry/telemetry-plugin.js";
