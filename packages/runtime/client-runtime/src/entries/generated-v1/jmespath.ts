/**
 * Part of the contract of generated clients, version 1.
 *
 * @packageDocumentation
 * @internal
 */
export {
  allEqual,
  and,
  anyEqual,
  field,
  filter,
  flatten,
  index,
  isEqual,
  isGreater,
  isGreaterOrEqual,
  isLess,
  isLessOrEqual,
  isPresent,
  isTruthy,
  members,
  or,
  pipe,
  project,
  slice,
} from "../../jmespath/expressions.js";
export type { Nothing } from "../../jmespath/expressions.js";
export {
  abs,
  avg,
  ceil,
  contains,
  endsWith,
  floor,
  join,
  keys,
  length,
  map,
  max,
  maxBy,
  merge,
  min,
  minBy,
  notNull,
  reverse,
  sort,
  sortBy,
  startsWith,
  sum,
  toArray,
  toNumber,
  toString,
  type,
  values,
} from "../../jmespath/functions.js";
