// The matchers, and what they are to vitest's types: expect.extend(matchers) in a set-up file.
import type { ExpectStatic } from "vitest";

import { matchers as all, type MarketplaceMatchers } from "./marketplace-matchers.js";

declare module "vitest" {
  interface Matchers<T> extends MarketplaceMatchers<T> {}
}

export const matchers = all satisfies Parameters<ExpectStatic["extend"]>[0];
