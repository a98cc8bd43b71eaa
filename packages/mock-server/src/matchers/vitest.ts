// Registers the matchers with vitest, and tells its types: `setupFiles: ["…/matchers/vitest"]`.
import { expect } from "vitest";

import { type MarketplaceMatchers, matchers } from "./marketplace-matchers.js";

declare module "vitest" {
  interface Matchers<T> extends MarketplaceMatchers<T> {}
}

expect.extend(matchers);
