import { expected, Mismatch } from "../malformed-message.js";
import type { NumberKind } from "../protocol.js";
import type { StrictReaders } from "../codec/body-codec.js";
import { strictTextOf } from "../codec/strict-text.js";
import { createStrictReaders } from "../rpc/strict-readers.js";
import type { ReadTree } from "../tree/tree-reader.js";
import { isBase64 } from "../values/base64.js";
import { ExactNumber } from "../values/exact-number.js";
import { exactInteger, integerValue, nearestNumber } from "../values/numbers.js";
import { specialNumber } from "../values/special-numbers.js";
import { isIntegerKind, kindCheck, kindName } from "../values/number-kinds.js";
import { allJsonParts } from "./all-json-parts.js";
import { createJsonReaders } from "./json-codec.js";
import type { JsonStyle } from "./json-style.js";
import { scanJson } from "./scan-json.js";

/** Creates the JSON readers of one protocol for servers. */
export const strictJsonReaders = (style: JsonStyle): StrictReaders =>
  createStrictReaders((reading) =>
    createJsonReaders(style, allJsonParts, reading, {
      number: strictNumber,
      isBase64,
      textOf: strictTextOf,
      parse,
    }),
  );

/** Uses the engine's parser where digits do not matter, because it is faster. */
function parse(text: string, exact: boolean): unknown {
  if (exact) return scanJson(text);
  try {
    return JSON.parse(text);
  } catch {
    scanJson(text);
    throw new Mismatch("The body is not JSON.");
  }
}

function strictNumber(kind: NumberKind | undefined, onUnsafe: () => void): ReadTree {
  const fits = kindCheck(kind);
  const integral = isIntegerKind(kind);
  const name = kindName(kind);
  return (value) => {
    if (typeof value === "number") {
      if (integral && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER))
        onUnsafe();
      if (fits(value)) {
        // The number is exact here, but arithmetic beyond the safe integers may not be.
        return integral && !Number.isSafeInteger(value) ? BigInt(String(value)) : value;
      }
      throw new Mismatch(
        Number.isInteger(value)
          ? `Expected ${name}, found a number out of its range.`
          : `Expected ${name}, found a number with a fraction.`,
      );
    }
    if (value instanceof ExactNumber) {
      if (!integral) return nearestNumber(value.source);
      const integer = exactInteger(value.source);
      if (integer !== undefined && fits(integer)) return integerValue(integer);
      throw new Mismatch(`Expected ${name}, found a number out of its range.`);
    }
    const special = !integral && typeof value === "string" ? specialNumber(value) : undefined;
    if (special === undefined) throw expected(name, value);
    return special;
  };
}
