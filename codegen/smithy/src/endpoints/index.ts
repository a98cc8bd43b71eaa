export {
  isValidHostLabel,
  isVirtualHostableS3Bucket,
  parseArn,
  parseURL,
  split,
  stringEquals,
  substring,
  uriEncode,
} from "./endpoint-functions.js";
export type { ParsedArn, ParsedUrl } from "./endpoint-functions.js";
export { partition } from "./partition.js";
export type { Partition } from "./partition.js";
