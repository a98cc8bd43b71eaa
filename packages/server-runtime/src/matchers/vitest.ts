// The matchers, and what they are to vitest's types: expect.extend(matchers) in a set-up file.
import type { ExpectStatic } from "vitest";

import { matchers as all, type ServerMatchers } from "./server-matchers.js";

declare module "vitest" {
  interface Matchers<T> extends ServerMatchers<T> {}
}

export const matchers = all satisfies Parameters<ExpectStatic["extend"]>[0];
