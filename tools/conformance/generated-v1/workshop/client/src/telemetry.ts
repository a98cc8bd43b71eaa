export * from "./generated/telemetry.js";
