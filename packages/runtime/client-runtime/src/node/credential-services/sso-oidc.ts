import type { StaticOperationSchema, StaticStructureSchema } from "@smithy/types";
import { credentialService } from "./credential-service.js";
import { postedJson } from "./posted-json.js";
import { standardHostInGovCloud } from "./regional-endpoint.js";

const namespace = "com.amazonaws.ssooidc";
const sensitiveText: [0, 8] = [0, 8];

const service = credentialService({
  namespace,
  name: "AWSSSOOIDCService",
  version: "2019-06-10",
  serviceId: "SSO OIDC",
  protocol: postedJson("/token"),
  hosts: { prefix: "oidc", fips: standardHostInGovCloud("oidc") },
  unsigned: ["CreateToken"],
});

const CreateTokenRequest$: StaticStructureSchema = [
  3,
  namespace,
  "CreateTokenRequest",
  0,
  ["clientId", "clientSecret", "grantType", "refreshToken"],
  [0, sensitiveText, 0, sensitiveText],
];
const CreateTokenResponse$: StaticStructureSchema = [
  3,
  namespace,
  "CreateTokenResponse",
  0,
  ["accessToken", "expiresIn", "refreshToken"],
  [sensitiveText, 1, sensitiveText],
];
const CreateToken$: StaticOperationSchema = [
  9,
  namespace,
  "CreateToken",
  0,
  CreateTokenRequest$,
  CreateTokenResponse$,
];

interface CreateTokenInput {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly grantType: string;
  readonly refreshToken?: string;
}

interface CreateTokenOutput {
  readonly accessToken?: string;
  /** The lifetime in seconds. */
  readonly expiresIn?: number;
  readonly refreshToken?: string;
}

/**
 * The token service of IAM Identity Center. The AWS SDK's credential chain calls it to refresh
 * sessions.
 */
export const SSOOIDCClient = service.Client;

/** Refreshes the token of a session. */
export class CreateTokenCommand extends service.command<CreateTokenInput, CreateTokenOutput>(
  CreateToken$,
) {}
