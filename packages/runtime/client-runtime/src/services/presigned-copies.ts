import type { QueryParameterBag } from "@smithy/types";
import { nameOf } from "@tinsmith/schema";
import { presignedQuery } from "../auth/presigned-url.js";
import { requireCredentials } from "../auth/sigv4-signer.js";
import type { SigV4ResolvedConfig } from "../auth/sigv4-config.js";
import type { ClientFeature, FeatureContext } from "../client/client-feature.js";

/** An operation whose request contains a request to the region that it copies from. */
interface CopyOperation {
  /** The member with the ARN of the source, or with the name of its region. */
  readonly from: string;
  /** The member for the URL of the presigned request. */
  readonly url: "PreSignedUrl" | "PresignedUrl";
  /** Members that the presigned request repeats. */
  readonly repeats: readonly string[];
  /** True if the region of the client is sent as well. */
  readonly sendsDestination?: true;
}

const ofDatabase = (from: string): CopyOperation => ({
  from,
  url: "PreSignedUrl",
  repeats: [from, "KmsKeyId"],
});

/**
 * The copy operations by name. RDS, DocumentDB and Neptune share names. The last operation belongs
 * to EC2.
 */
const copies: Readonly<Record<string, CopyOperation>> = {
  CopyDBSnapshot: ofDatabase("SourceDBSnapshotIdentifier"),
  CopyDBClusterSnapshot: ofDatabase("SourceDBClusterSnapshotIdentifier"),
  CreateDBCluster: ofDatabase("ReplicationSourceIdentifier"),
  CreateDBInstanceReadReplica: ofDatabase("SourceDBInstanceIdentifier"),
  StartDBInstanceAutomatedBackupsReplication: ofDatabase("SourceDBInstanceArn"),
  CopySnapshot: {
    from: "SourceRegion",
    url: "PresignedUrl",
    repeats: ["SourceRegion", "SourceSnapshotId"],
    sendsDestination: true,
  },
};

const secondsValid = 3600;

/**
 * Adds the presigned URL that a copy from another region requires. It is the URL of the same
 * request, signed for the region of the source. If the caller provides a URL, it is kept.
 */
export const presignedCopies: ClientFeature = ({ config, definitionOf }) => ({
  applyToStack: (stack) =>
    stack.add(
      (next, context) => async (args) => {
        const operation = nameOf(definitionOf(context).schema);
        const copy = Object.hasOwn(copies, operation) ? copies[operation] : undefined;
        if (copy === undefined) return next(args);
        const input = await withUrl(args.input, operation, copy, config);
        return next({ ...args, input });
      },
      {
        name: "crossRegionPresignedUrlMiddleware",
        step: "initialize",
        tags: ["CROSS_REGION_PRESIGNED_URL"],
        override: true,
      },
    ),
});

async function withUrl(
  input: object,
  operation: string,
  copy: CopyOperation,
  config: FeatureContext["config"] & Partial<SigV4ResolvedConfig>,
): Promise<object> {
  const source: unknown = Reflect.get(input, copy.from);
  if (typeof source !== "string" || Reflect.get(input, copy.url)) return input;
  const region = await config.region();
  const sourceRegion = copy.from === "SourceRegion" ? source : regionOfArn(source);
  if (sourceRegion === undefined || sourceRegion === region) return input;
  const query: Record<string, string> = { Action: operation, Version: config.apiVersion };
  for (const name of copy.repeats) {
    const value: unknown = Reflect.get(input, name);
    if (typeof value === "string") query[name] = value;
  }
  query["DestinationRegion"] = region;
  const url = await presign(query, sourceRegion, config);
  return {
    ...input,
    [copy.url]: url,
    ...(copy.sendsDestination && { DestinationRegion: region }),
  };
}

/**
 * Returns the region of an ARN; `undefined` for a name, because a name refers to the client's
 * region.
 */
function regionOfArn(text: string): string | undefined {
  const [arn, , , region] = text.split(":");
  return arn === "arn" && region !== "" ? region : undefined;
}

async function presign(
  query: Record<string, string>,
  region: string,
  config: FeatureContext["config"] & Partial<SigV4ResolvedConfig>,
): Promise<string> {
  const { url, properties } = config.endpointProvider({
    Region: region,
    UseFIPS: await config.useFipsEndpoint(),
    UseDualStack: await config.useDualstackEndpoint(),
  });
  const signed = await presignedQuery({
    host: url.host,
    query,
    region,
    service: signingName(properties) ?? url.hostname.split(".")[0] ?? "",
    credentials: requireCredentials((await config.credentials?.()) ?? {}),
    sha256: config.sha256,
    secondsValid,
  });
  return urlOf(url.hostname, signed);
}

function signingName(properties: unknown): string | undefined {
  const schemes: unknown =
    properties instanceof Object ? Reflect.get(properties, "authSchemes") : undefined;
  const [scheme]: readonly unknown[] = Array.isArray(schemes) ? schemes : [];
  const name: unknown = scheme instanceof Object ? Reflect.get(scheme, "signingName") : undefined;
  return typeof name === "string" ? name : undefined;
}

function urlOf(hostname: string, query: QueryParameterBag): string {
  const url = new URL(`https://${hostname}/`);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, String(value));
  // Signatures encode a space as %20.
  return url.href.replaceAll("+", "%20");
}
