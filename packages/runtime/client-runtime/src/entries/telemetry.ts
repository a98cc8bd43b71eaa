/**
 * Spans and metrics through `@opentelemetry/api`.
 *
 * @packageDocumentation
 * @public
 */
export { telemetry } from "../telemetry/telemetry-plugin.js";
export type { TelemetryOptions } from "../telemetry/telemetry-plugin.js";
