export { isAsyncIterable, isObject, isPlainRecord, isRecord, recordOf } from "./predicates.js";
export { encodeRfc3986, lowerCaseNames, lowerFirst, reasonOf, upperFirst } from "./text.js";
