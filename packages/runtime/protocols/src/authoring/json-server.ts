export { strictJsonReaders } from "../json/strict-json.js";
export type { StrictReaders } from "../codec/body-codec.js";
