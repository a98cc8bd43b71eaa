// Registers the matchers and their types with jest: `setupFilesAfterEnv: ["…/matchers/jest"]`.
import { extendJest } from "@tinsmith/server-runtime/matchers";
import type { Expect } from "expect";
import { matchers } from "./marketplace-matchers.js";
import type { MarketplaceMatchers } from "./marketplace-matchers.js";

declare module "expect" {
  interface Matchers<R extends void | Promise<void>, T = unknown> extends MarketplaceMatchers<R> {}
}

declare global {
  // oxlint-disable-next-line typescript/no-namespace -- the name that @types/jest has
  namespace jest {
    interface Matchers<R, T> extends MarketplaceMatchers<R> {}
  }
}

extendJest(matchers satisfies Parameters<Expect["extend"]>[0]);
