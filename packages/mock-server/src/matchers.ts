export { assertMetered } from "./matchers/assert-metered.js";
export {
  matchers,
  type MarketplaceMatchers,
  type Metering,
} from "./matchers/marketplace-matchers.js";
export { assertNotReceived, assertReceived } from "@tinsmith/server-runtime/matchers";
