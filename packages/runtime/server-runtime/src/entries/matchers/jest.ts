// Registers the matchers and their types with jest: `setupFilesAfterEnv: ["…/matchers/jest"]`.
import type { Expect } from "expect";
import { extendJest } from "../../mock/matchers/extend-jest.js";
import { matchers } from "../../mock/matchers/server-matchers.js";
import type { ServerMatchers } from "../../mock/matchers/server-matchers.js";

declare module "expect" {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends ServerMatchers<R> {}
}

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- the name that @types/jest has
  namespace jest {
    interface Matchers<R, T> extends ServerMatchers<R> {}
  }
}

extendJest(matchers satisfies Parameters<Expect["extend"]>[0]);
