import type { NumberKinds } from "../protocol.js";
import { keeping } from "../codec/body-codec.js";
import type { BodyReaders, Reading, StrictReaders } from "../codec/body-codec.js";

/** How deep a message may nest unless the options say otherwise. */
const defaultMaxDepth = 128;
const unconstrained: NumberKinds = {};

/** Makes the strict readers of a format; all protocols with the same constraints share what is compiled. */
export function createStrictReaders(
  compileReaders: (reading: Reading) => BodyReaders,
): StrictReaders {
  const known = new WeakMap<NumberKinds, BodyReaders>();
  return ({ constraints = unconstrained, maxDepth }) => {
    const found = maxDepth === undefined ? known.get(constraints) : undefined;
    if (found) return found;
    const readers = keeping(
      compileReaders({ strict: true, maxDepth: maxDepth ?? defaultMaxDepth, kinds: constraints }),
    );
    if (maxDepth === undefined) known.set(constraints, readers);
    return readers;
  };
}
