import type { StaticOperationSchema, StaticStructureSchema } from "@smithy/types";
import { endpoint } from "../../entries/generated-v1/index.js";
import { credentialService } from "./credential-service.js";
import { postedJson } from "./posted-json.js";

const namespace = "com.amazonaws.signin";
const sensitiveText: [0, 8] = [0, 8];

/** The part of the host name after the region, by partition. */
const hosts: Readonly<Record<string, string>> = {
  aws: "signin.aws.amazon.com",
  "aws-cn": "signin.amazonaws.cn",
  "aws-us-gov": "signin.amazonaws-us-gov.com",
  "aws-iso": "signin.c2shome.ic.gov",
  "aws-iso-b": "signin.sc2shome.sgov.gov",
  "aws-iso-e": "signin.csphome.adc-e.uk",
  "aws-iso-f": "signin.csphome.hci.ic.gov",
  "aws-eusc": "signin.amazonaws-eusc.eu",
};

const requestBody$: StaticStructureSchema = [
  3,
  namespace,
  "CreateOAuth2TokenRequestBody",
  0,
  ["clientId", "grantType", "refreshToken"],
  [0, 0, sensitiveText],
];
const responseBody$: StaticStructureSchema = [
  3,
  namespace,
  "CreateOAuth2TokenResponseBody",
  0,
  ["accessToken", "expiresIn", "refreshToken"],
  [
    [3, namespace, "AccessToken", 8, ["accessKeyId", "secretAccessKey", "sessionToken"], [0, 0, 0]],
    1,
    sensitiveText,
  ],
];
const name = "CreateOAuth2Token";
const CreateOAuth2Token$: StaticOperationSchema = [
  9,
  namespace,
  name,
  0,
  [3, namespace, `${name}Request`, 0, ["tokenInput"], [requestBody$]],
  [3, namespace, `${name}Response`, 0, ["tokenOutput"], [responseBody$]],
];

const service = credentialService({
  namespace,
  name: "Signin",
  version: "2023-01-01",
  serviceId: "Signin",
  protocol: postedJson("/v1/token", {
    input: "tokenInput",
    output: "tokenOutput",
    operation: { schema: [9, namespace, name, 0, requestBody$, responseBody$], errors: [] },
  }),
  hosts: {
    prefix: "signin",
    plain: (region, { name, dnsSuffix }) =>
      endpoint(`https://${region}.${hosts[name] ?? `signin.${dnsSuffix}`}`),
    fips: (region, { name }) => {
      if (name !== "aws-us-gov") return undefined;
      const host = "signin-fips.amazonaws-us-gov.com";
      return endpoint(`https://${region === "us-gov-west-1" ? host : `${region}.${host}`}`);
    },
  },
  unsigned: [name],
});

interface CreateOAuth2TokenInput {
  readonly tokenInput: {
    readonly clientId: string;
    readonly grantType: string;
    readonly refreshToken?: string;
  };
}

interface CreateOAuth2TokenOutput {
  readonly tokenOutput?: {
    readonly accessToken?: {
      readonly accessKeyId: string;
      readonly secretAccessKey: string;
      readonly sessionToken: string;
    };
    /** The lifetime in seconds. */
    readonly expiresIn?: number;
    readonly refreshToken?: string;
  };
}

/** The sign-in service. The AWS SDK's credential chain calls it for sessions of `aws login`. */
export const SigninClient = service.Client;

/** Refreshes the token of a session. */
export class CreateOAuth2TokenCommand extends service.command<
  CreateOAuth2TokenInput,
  CreateOAuth2TokenOutput
>(CreateOAuth2Token$) {}
