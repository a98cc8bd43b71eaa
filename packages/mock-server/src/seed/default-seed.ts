import type { SeedInput } from "./seed.js";

const product = "4rjezcm9xqk27tdplw0sv1gnb";
const license = "arn:aws:license-manager::294406891311:license:l-6f2d7c1f5cb14a5e9d3a";

/**
 * The default seed: a small marketplace from the examples of the model. It has one product, a
 * customer of the newer kind with a license, a customer that has unsubscribed, and a legacy
 * customer. The first customer also has a registration token.
 */
export const defaultSeed: SeedInput = {
  products: [
    { code: product, title: "Example product", dimensions: ["users", "gigabytes", "hours"] },
  ],
  customers: [
    { account: "111122223333" },
    { account: "444455556666" },
    { account: "777788889999", identifier: "ifAPi5AcF3" },
  ],
  agreements: [
    { customer: "111122223333", product, licenseArn: license },
    {
      customer: "444455556666",
      product,
      licenseArn: "arn:aws:license-manager::294406891311:license:l-0b9e4a3770f84f2c8a61",
      unsubscribedAt: "2026-01-01T00:00:00Z",
    },
    { customer: "777788889999", product },
  ],
  tokens: [
    {
      token: "eyJlbmMiOiJBMTI4R0NNIn0.cmVnaXN0cmF0aW9uLXRva2Vu",
      customer: "111122223333",
      product,
      licenseArn: license,
    },
  ],
  platform: { kind: "ecs", account: "111122223333", resource: "task/example" },
};
