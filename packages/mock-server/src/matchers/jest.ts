// The matchers, and what they are to jest's types: expect.extend(matchers) in a set-up file.
import type { Expect } from "expect";

import { matchers as all, type MarketplaceMatchers } from "./marketplace-matchers.js";

declare module "expect" {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends MarketplaceMatchers<R> {}
}

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- the name that @types/jest has
  namespace jest {
    interface Matchers<R, T> extends MarketplaceMatchers<R> {}
  }
}

export const matchers = all satisfies Parameters<Expect["extend"]>[0];
