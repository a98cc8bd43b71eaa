export * from "./generated/stubs.js";
