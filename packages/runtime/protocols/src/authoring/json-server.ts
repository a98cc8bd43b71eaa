export { strictJsonReaders } from "../json/strict-json.js";
export type { StrictReaders } from "../rpc/body-codec.js";
