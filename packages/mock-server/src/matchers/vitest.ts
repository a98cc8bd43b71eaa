// Registers the matchers and their types with vitest: `setupFiles: ["…/matchers/vitest"]`.
import { expect } from "vitest";
import { matchers } from "./marketplace-matchers.js";
import type { MarketplaceMatchers } from "./marketplace-matchers.js";

declare module "vitest" {
  interface Matchers<T> extends MarketplaceMatchers<T> {}
}

expect.extend(matchers);
