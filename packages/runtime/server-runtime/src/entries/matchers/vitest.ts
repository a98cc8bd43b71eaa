// Registers the matchers and their types with vitest: `setupFiles: ["…/matchers/vitest"]`.
import { expect } from "vitest";
import { matchers } from "../../mock/matchers/server-matchers.js";
import type { ServerMatchers } from "../../mock/matchers/server-matchers.js";

declare module "vitest" {
  interface Matchers<T> extends ServerMatchers<T> {}
}

expect.extend(matchers);
