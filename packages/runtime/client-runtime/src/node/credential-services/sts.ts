import { setCredentialFeature, stsRegionDefaultResolver } from "@aws-sdk/core/client";
import type {
  AwsCredentialIdentity,
  Logger,
  MetadataBearer,
  Pluggable,
  Provider,
  StaticErrorSchema,
  StaticOperationSchema,
  StaticStructureSchema,
} from "@smithy/types";

import { endpoint, ServiceException, sigv4 } from "../../entries/generated-v1/index.js";
import type {
  ServiceClientConfig,
  ServiceExceptionOptions,
  SigV4Config,
} from "../../entries/generated-v1/index.js";
import { credentialService } from "./credential-service.js";
import { standardHostInGovCloud } from "./regional-endpoint.js";
import type { RegionalParameters } from "./regional-endpoint.js";
import { stsProtocol } from "./sts-protocol.js";

const namespace = "com.amazonaws.sts";
const sensitiveText: [0, 8] = [0, 8];

const { Client: STSClient, command } = credentialService({
  namespace,
  name: "AWSSecurityTokenServiceV20110615",
  version: "2011-06-15",
  serviceId: "STS",
  protocol: stsProtocol,
  hosts: {
    prefix: "sts",
    plain: (region) =>
      region === "aws-global"
        ? endpoint("https://sts.amazonaws.com", {
            authSchemes: [{ name: "sigv4", signingName: "sts", signingRegion: "us-east-1" }],
          })
        : undefined,
    fips: standardHostInGovCloud("sts"),
  },
  authSchemes: [sigv4("sts")],
  unsigned: ["AssumeRoleWithWebIdentity"],
});

const Credentials$: StaticStructureSchema = [
  3,
  namespace,
  "Credentials",
  0,
  ["AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration"],
  [0, sensitiveText, sensitiveText, 4],
];
const AssumedRoleUser$: StaticStructureSchema = [
  3,
  namespace,
  "AssumedRoleUser",
  0,
  ["AssumedRoleId", "Arn"],
  [0, 0],
];
const AssumeRoleRequest$: StaticStructureSchema = [
  3,
  namespace,
  "AssumeRoleRequest",
  0,
  ["RoleArn", "RoleSessionName", "DurationSeconds", "ExternalId", "SerialNumber", "TokenCode"],
  [0, 0, 1, 0, 0, 0],
];
const AssumeRoleWithWebIdentityRequest$: StaticStructureSchema = [
  3,
  namespace,
  "AssumeRoleWithWebIdentityRequest",
  0,
  [
    "RoleArn",
    "RoleSessionName",
    "WebIdentityToken",
    "ProviderId",
    "PolicyArns",
    "Policy",
    "DurationSeconds",
  ],
  [
    0,
    0,
    sensitiveText,
    0,
    [
      1,
      namespace,
      "policyDescriptorListType",
      0,
      [3, namespace, "PolicyDescriptorType", 0, ["arn"], [0]],
    ],
    0,
    1,
  ],
];
const AssumeRoleResponse$: StaticStructureSchema = [
  3,
  namespace,
  "AssumeRoleResponse",
  0,
  ["Credentials", "AssumedRoleUser"],
  [Credentials$, AssumedRoleUser$],
];
const AssumeRole$: StaticOperationSchema = [
  9,
  namespace,
  "AssumeRole",
  0,
  AssumeRoleRequest$,
  AssumeRoleResponse$,
];
const AssumeRoleWithWebIdentity$: StaticOperationSchema = [
  9,
  namespace,
  "AssumeRoleWithWebIdentity",
  0,
  AssumeRoleWithWebIdentityRequest$,
  AssumeRoleResponse$,
];
const IDPCommunicationErrorException$: StaticErrorSchema = [
  -3,
  namespace,
  "IDPCommunicationErrorException",
  { error: "client", httpError: 400, awsQueryError: ["IDPCommunicationError", 400] },
  ["message"],
  [0],
];

/** Reports that the identity provider could not be reached. It is the only retryable error here. */
class IDPCommunicationErrorException extends ServiceException {
  override readonly name = "IDPCommunicationErrorException";
  override readonly $retryable = {};

  constructor(options: ServiceExceptionOptions) {
    super({ ...options, name: "IDPCommunicationErrorException", $fault: "client" });
  }
}

interface AssumeRoleOutput {
  readonly Credentials?: {
    readonly AccessKeyId?: string;
    readonly SecretAccessKey?: string;
    readonly SessionToken?: string;
    readonly Expiration?: Date;
  };
  readonly AssumedRoleUser?: { readonly Arn?: string };
}

interface AssumeRoleInput {
  readonly RoleArn: string;
  readonly RoleSessionName: string;
}

class AssumeRoleCommand extends command<AssumeRoleInput, AssumeRoleOutput>(AssumeRole$) {}
class AssumeRoleWithWebIdentityCommand extends command<AssumeRoleInput, AssumeRoleOutput>(
  AssumeRoleWithWebIdentity$,
  [[IDPCommunicationErrorException$, IDPCommunicationErrorException]],
) {}

type StsConfig = ServiceClientConfig<RegionalParameters> & SigV4Config;

/**
 * The options that the chain passes: its own settings, and those of the client that needs
 * credentials.
 */
interface RoleAssumerOptions extends StsConfig {
  readonly credentialProviderLogger?: Logger;
  readonly parentClientConfig?: StsConfig;
}

type Plugins = readonly Pluggable<object, MetadataBearer>[];

/**
 * Returns a function that assumes roles with the credentials of another identity. The AWS SDK's
 * credential chain calls it.
 */
export function getDefaultRoleAssumer(options: RoleAssumerOptions = {}, plugins: Plugins = []) {
  let source: AwsCredentialIdentity | undefined;
  const client = lazily(() =>
    createClient(
      {
        ...options,
        credentials: async () => {
          if (source === undefined)
            throw new Error("The credentials to assume a role are missing.");
          return source;
        },
      },
      plugins,
    ),
  );
  return async (
    sourceCredentials: AwsCredentialIdentity,
    input: AssumeRoleInput,
  ): Promise<AwsCredentialIdentity> => {
    source = sourceCredentials;
    const credentials = toIdentity(
      input,
      await (await client()).send(new AssumeRoleCommand(input)),
    );
    return setCredentialFeature(credentials, "CREDENTIALS_STS_ASSUME_ROLE", "i");
  };
}

/**
 * Returns a function that assumes roles with the token of an identity provider. The AWS SDK's
 * credential chain calls it.
 */
export function getDefaultRoleAssumerWithWebIdentity(
  options: RoleAssumerOptions = {},
  plugins: Plugins = [],
) {
  const client = lazily(() => createClient(options, plugins));
  return async (input: AssumeRoleInput): Promise<AwsCredentialIdentity> => {
    const credentials = toIdentity(
      input,
      await (await client()).send(new AssumeRoleWithWebIdentityCommand(input)),
    );
    if (credentials.accountId) setCredentialFeature(credentials, "RESOLVED_ACCOUNT_ID", "T");
    return setCredentialFeature(credentials, "CREDENTIALS_STS_ASSUME_ROLE_WEB_ID", "k");
  };
}

function lazily<Value>(create: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => (value ??= create());
}

/**
 * Creates the client. Omitted options come from the client that needs credentials. If that client
 * has no region, the region comes from the environment.
 */
async function createClient(
  { credentialProviderLogger, parentClientConfig = {}, ...own }: RoleAssumerOptions,
  plugins: Plugins,
): Promise<InstanceType<typeof STSClient>> {
  const logger = own.logger ?? parentClientConfig.logger;
  const profile = own.profile ?? parentClientConfig.profile;
  const region =
    (await resolveRegion(own.region)) ??
    (await resolveRegion(parentClientConfig.region)) ??
    (await stsRegionDefaultResolver({
      ...(logger && { logger }),
      ...(profile !== undefined && { profile }),
    })());
  credentialProviderLogger?.debug(`Assuming the role at the STS endpoint of ${region}.`);
  const handler = own.requestHandler ?? parentClientConfig.requestHandler;
  const client = new STSClient({
    ...own,
    userAgentAppId: own.userAgentAppId ?? parentClientConfig.userAgentAppId,
    profile,
    logger,
    region,
    requestHandler: usesHttp2(handler) ? undefined : handler,
  });
  for (const plugin of plugins) client.middlewareStack.use(plugin);
  return client;
}

const resolveRegion = async (
  region: string | Provider<string | undefined> | undefined,
): Promise<string | undefined> => (typeof region === "function" ? region() : region);

/** STS does not support HTTP/2, so an HTTP/2 handler of the parent client cannot be used. */
const usesHttp2 = (handler: ServiceClientConfig["requestHandler"]): boolean =>
  typeof handler === "object" &&
  "metadata" in handler &&
  typeof handler.metadata === "object" &&
  handler.metadata !== null &&
  "handlerProtocol" in handler.metadata &&
  handler.metadata.handlerProtocol === "h2";

/** @throws Error if the response contains no credentials */
function toIdentity(
  { RoleArn }: AssumeRoleInput,
  { Credentials, AssumedRoleUser }: AssumeRoleOutput,
): AwsCredentialIdentity {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = Credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey) {
    throw new Error(`STS returned no credentials for the role ${RoleArn}.`);
  }
  const accountId = AssumedRoleUser?.Arn?.split(":")[4];
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    ...(SessionToken !== undefined && { sessionToken: SessionToken }),
    ...(Expiration !== undefined && { expiration: Expiration }),
    ...(accountId && { accountId }),
  };
}
