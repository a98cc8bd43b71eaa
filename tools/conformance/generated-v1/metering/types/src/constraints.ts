export * from "./generated/constraints.js";
