import type { NumberKinds } from "../protocol.js";
import { cachedReaders } from "../codec/body-codec.js";
import type { BodyReaders, Reading, StrictReaders } from "../codec/body-codec.js";

/** The nesting depth that is allowed unless the options set another depth. */
const defaultMaxDepth = 128;
const unconstrained: NumberKinds = {};

/** Creates the strict readers of a format. Protocols with the same constraints share readers. */
export function createStrictReaders(
  compileReaders: (reading: Reading) => BodyReaders,
): StrictReaders {
  const known = new WeakMap<NumberKinds, BodyReaders>();
  return ({ constraints = unconstrained, maxDepth }) => {
    const found = maxDepth === undefined ? known.get(constraints) : undefined;
    if (found) return found;
    const readers = cachedReaders(
      compileReaders({ strict: true, maxDepth: maxDepth ?? defaultMaxDepth, kinds: constraints }),
    );
    if (maxDepth === undefined) known.set(constraints, readers);
    return readers;
  };
}
