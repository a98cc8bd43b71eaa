import type { StaticOperationSchema, StaticStructureSchema } from "@smithy/types";
import type { ClientProtocolFactory } from "@tinsmith/protocols";
import { smallJson } from "./small-json.js";
import { credentialService } from "./credential-service.js";
import { restJsonId } from "./posted-json.js";
import { standardHostInGovCloud } from "./regional-endpoint.js";

const namespace = "com.amazonaws.sso";
const sensitiveText: [0, 8] = [0, 8];

/** Binds the input to the query and a header. The response is a structure, as in AWS JSON. */
const protocol: ClientProtocolFactory = (service) => ({
  ...smallJson(service),
  id: restJsonId,
  writeRequest: (_, input) => {
    const {
      roleName = "",
      accountId = "",
      accessToken = "",
    }: Partial<GetRoleCredentialsInput> = input;
    return {
      method: "GET",
      path: "/federation/credentials",
      query: { role_name: roleName, account_id: accountId },
      headers: { "x-amz-sso_bearer_token": accessToken },
    };
  },
});

const service = credentialService({
  namespace,
  name: "SWBPortalService",
  version: "2019-06-10",
  serviceId: "SSO",
  protocol,
  hosts: { prefix: "portal.sso", fips: standardHostInGovCloud("portal.sso") },
  unsigned: ["GetRoleCredentials"],
});

const GetRoleCredentialsRequest$: StaticStructureSchema = [
  3,
  namespace,
  "GetRoleCredentialsRequest",
  0,
  ["roleName", "accountId", "accessToken"],
  [0, 0, sensitiveText],
];
const GetRoleCredentialsResponse$: StaticStructureSchema = [
  3,
  namespace,
  "GetRoleCredentialsResponse",
  0,
  ["roleCredentials"],
  [
    [
      3,
      namespace,
      "RoleCredentials",
      0,
      ["accessKeyId", "secretAccessKey", "sessionToken", "expiration"],
      [0, sensitiveText, sensitiveText, 1],
    ],
  ],
];
const GetRoleCredentials$: StaticOperationSchema = [
  9,
  namespace,
  "GetRoleCredentials",
  0,
  GetRoleCredentialsRequest$,
  GetRoleCredentialsResponse$,
];

interface GetRoleCredentialsInput {
  readonly roleName: string;
  readonly accountId: string;
  readonly accessToken: string;
}

interface GetRoleCredentialsOutput {
  readonly roleCredentials?: {
    readonly accessKeyId?: string;
    readonly secretAccessKey?: string;
    readonly sessionToken?: string;
    /** The expiration in milliseconds since the epoch. */
    readonly expiration?: number;
  };
}

/**
 * The portal of IAM Identity Center. The AWS SDK's credential chain calls it for profiles with SSO.
 */
export const SSOClient = service.Client;

/** Exchanges the token of a session for the credentials of a role. */
export class GetRoleCredentialsCommand extends service.command<
  GetRoleCredentialsInput,
  GetRoleCredentialsOutput
>(GetRoleCredentials$) {}
