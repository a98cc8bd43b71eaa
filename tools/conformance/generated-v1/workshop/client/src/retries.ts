export * from "./generated/retries.js";
