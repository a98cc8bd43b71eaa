// Registers the matchers with vitest, and tells its types: `setupFiles: ["…/matchers/vitest"]`.
import { expect } from "vitest";

import { matchers, type ServerMatchers } from "../../mock/matchers/server-matchers.js";

declare module "vitest" {
  interface Matchers<T> extends ServerMatchers<T> {}
}

expect.extend(matchers);
