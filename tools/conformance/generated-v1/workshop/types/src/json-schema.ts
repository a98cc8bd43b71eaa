export * from "./generated/json-schema.js";
