export { assertMetered } from "./assert-metered.js";
export { matchers, type MarketplaceMatchers, type Metering } from "./marketplace-matchers.js";
export { assertNotReceived, assertReceived } from "@tinsmith/server-runtime/matchers";
