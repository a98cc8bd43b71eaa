export {
  copyJson,
  isAsyncIterable,
  isBytes,
  isDate,
  isObject,
  isPlainRecord,
  isRecord,
  isWebStream,
  recordOf,
} from "./predicates.js";
export {
  encodeRfc3986,
  errorProperty,
  lowerCaseNames,
  lowerFirst,
  reasonOf,
  upperFirst,
} from "./text.js";
