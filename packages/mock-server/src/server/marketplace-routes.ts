import { ControlProblem, ControlReply, routeWithBody } from "@tinsmith/server-runtime/control";
import type { ControlRoute } from "@tinsmith/server-runtime/control";
import * as v from "valibot";
import type { MarketplaceTenant } from "./marketplace-tenant.js";
import { platformSchema, recordSchema, tokenToIssueSchema } from "../seed/seed.js";
import { settingsSchema } from "../rules/settings.js";
import type { MeteredRecord } from "../seed/seed.js";

const recordFilter = {
  customer: v.exactOptional(v.string()),
  customerIdentifier: v.exactOptional(v.string()),
  licenseArn: v.exactOptional(v.string()),
  product: v.exactOptional(v.string()),
  dimension: v.exactOptional(v.string()),
  quantity: v.exactOptional(v.number()),
  timestamp: v.exactOptional(v.string()),
  region: v.exactOptional(v.string()),
  resource: v.exactOptional(v.string()),
  operation: v.exactOptional(v.picklist(["BatchMeterUsage", "MeterUsage"])),
  times: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
};

/** The routes that the marketplace adds to the control API. */
export const marketplaceRoutes = (
  tenantOf: (name: string) => MarketplaceTenant,
): readonly ControlRoute[] => [
  {
    method: "GET",
    path: "/public-keys",
    summary: "Returns the keys that verify the signatures of RegisterUsage.",
    answer: v.object({
      keys: v.array(
        v.object({
          version: v.number(),
          algorithm: v.literal("PS256"),
          expiresAt: v.optional(v.string()),
          pem: v.string(),
          jwk: v.record(v.string(), v.unknown()),
        }),
      ),
    }),
    run: async ({ tenant }) => ({ keys: await tenantOf(tenant.name).publicKeys() }),
  },
  {
    method: "GET",
    path: "/public-keys/{version}",
    summary: "Returns one of the keys, as PEM.",
    contentType: "application/x-pem-file",
    run: async ({ tenant, params }) => {
      const keys = await tenantOf(tenant.name).publicKeys();
      const key = keys.find(({ version }) => String(version) === params["version"]);
      if (!key)
        throw new ControlProblem(404, `The public key ${params["version"]} does not exist.`);
      return new ControlReply(200, key.pem, "application/x-pem-file");
    },
  },
  {
    method: "GET",
    path: "/records",
    summary: "Returns the accepted records.",
    query: {
      customer: "only records of this account",
      dimension: "only records of this dimension",
      product: "only records of this product",
    },
    answer: v.object({ records: v.array(recordSchema) }),
    run: ({ tenant, query }) => {
      const filter: Partial<MeteredRecord> = Object.fromEntries(
        ["customer", "dimension", "product"].flatMap((name) =>
          query[name] === undefined ? [] : [[name, query[name]]],
        ),
      );
      return { records: tenantOf(tenant.name).metered(filter) };
    },
  },
  routeWithBody({
    method: "POST",
    path: "/verify-metered",
    summary: "Verifies that usage was metered. Otherwise answers 409 with the nearest records.",
    body: v.strictObject(recordFilter),
    answer: v.object({ ok: v.boolean(), matched: v.number(), message: v.string() }),
    otherwise: { 409: "Not metered so." },
    run: ({ tenant, body }) => {
      const { ok, message, records } = tenantOf(tenant.name).checkMetered(body);
      return new ControlReply(ok ? 200 : 409, { ok, matched: records.length, message });
    },
  }),
  routeWithBody({
    method: "POST",
    path: "/tokens",
    summary: "Issues a registration token, as AWS Marketplace does when it sends a buyer.",
    body: tokenToIssueSchema,
    answer: v.object({ token: v.string() }),
    status: 201,
    run: ({ tenant, body }) =>
      new ControlReply(201, { token: tenantOf(tenant.name).issueToken(body) }),
  }),
  {
    method: "GET",
    path: "/platform",
    summary: "Returns the platform of callers that the state's `callers` does not name.",
    answer: platformSchema,
    run: ({ tenant }) => tenantOf(tenant.name).platform,
  },
  routeWithBody({
    method: "PUT",
    path: "/platform",
    summary: "Sets the platform of these callers.",
    body: platformSchema,
    answer: null,
    run: ({ tenant, body }) => {
      tenantOf(tenant.name).platform = body;
    },
  }),
  {
    method: "GET",
    path: "/settings",
    summary: "Returns the settings of the tenant.",
    answer: settingsSchema,
    run: ({ tenant }) => tenantOf(tenant.name).settings,
  },
  routeWithBody({
    method: "PUT",
    path: "/settings",
    summary: "Changes some settings of the tenant, until a reset or the end of a boundary.",
    body: settingsSchema,
    answer: settingsSchema,
    run: ({ tenant, body }) => {
      tenantOf(tenant.name).configure(body);
      return tenantOf(tenant.name).settings;
    },
  }),
];
