export * from "./generated/params.js";
