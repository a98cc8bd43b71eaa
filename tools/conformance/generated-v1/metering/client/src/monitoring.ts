export * from "./generated/monitoring.js";
