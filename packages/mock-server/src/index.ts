export {
  createMockServer,
  MarketplaceMeteringMockServer,
  type MockServerOptions,
} from "./server/mock-server.js";
export { MarketplaceTenant } from "./server/marketplace-tenant.js";
export type { MeteredExpectation, MeteredVerification } from "./verification/verify-metered.js";
export { quotas } from "./faults/quotas.js";
export { defaultSettings, type Settings } from "./rules/settings.js";
export {
  type Agreement,
  type Customer,
  type MeteredRecord,
  parseSeed,
  type Platform,
  type Product,
  type PublicKey,
  type Seed,
  type SeedInput,
  seedSchema,
  type Token,
} from "./seed/seed.js";
export { defaultSeed } from "./seed/default-seed.js";
export type { PublishedKey } from "./signing/key-ring.js";
export type { MarketplaceMeteringHandlers } from "./generated/handlers.js";
export * from "./generated/errors.js";
