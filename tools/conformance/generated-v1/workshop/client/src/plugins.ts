export * from "./generated/plugins.js";
