export * from "./generated/logging.js";
