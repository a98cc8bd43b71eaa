// The matchers, and what they are to jest's types: expect.extend(matchers) in a set-up file.
import type { Expect } from "expect";

import { matchers as all, type ServerMatchers } from "./server-matchers.js";

declare module "expect" {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends ServerMatchers<R> {}
}

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- the name that @types/jest has
  namespace jest {
    interface Matchers<R, T> extends ServerMatchers<R> {}
  }
}

export const matchers = all satisfies Parameters<Expect["extend"]>[0];
