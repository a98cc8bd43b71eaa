/** A group of regions with rules of its own, as `aws.partition` of the endpoint rules gives it. */
export interface Partition {
  readonly name: string;
  readonly dnsSuffix: string;
  readonly dualStackDnsSuffix: string;
  readonly supportsFIPS: boolean;
  readonly supportsDualStack: boolean;
  /** Where services without regions sign their requests. */
  readonly implicitGlobalRegion: string;
}

type Row = readonly [
  name: string,
  regions: RegExp,
  globalRegion: string,
  dnsSuffix: string,
  dualStackDnsSuffix: string,
];

// Every region fits the pattern of its partition; the pseudo-regions that stand for a whole partition are the names with
// `-global`. All partitions have FIPS and dual-stack today.
const ROWS: readonly Row[] = [
  ["aws", /^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$/, "us-east-1", "amazonaws.com", "api.aws"],
  ["aws-cn", /^cn-\w+-\d+$/, "cn-northwest-1", "amazonaws.com.cn", "api.amazonwebservices.com.cn"],
  ["aws-eusc", /^eusc-(de)-\w+-\d+$/, "eusc-de-east-1", "amazonaws.eu", "api.amazonwebservices.eu"],
  ["aws-iso", /^us-iso-\w+-\d+$/, "us-iso-east-1", "c2s.ic.gov", "api.aws.ic.gov"],
  ["aws-iso-b", /^us-isob-\w+-\d+$/, "us-isob-east-1", "sc2s.sgov.gov", "api.aws.scloud"],
  ["aws-iso-e", /^eu-isoe-\w+-\d+$/, "eu-isoe-west-1", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"],
  ["aws-iso-f", /^us-isof-\w+-\d+$/, "us-isof-south-1", "csp.hci.ic.gov", "api.aws.hci.ic.gov"],
  ["aws-us-gov", /^us-gov-\w+-\d+$/, "us-gov-west-1", "amazonaws.com", "api.aws"],
];

const toPartition = ([
  name,
  ,
  implicitGlobalRegion,
  dnsSuffix,
  dualStackDnsSuffix,
]: Row): Partition => ({
  name,
  dnsSuffix,
  dualStackDnsSuffix,
  supportsFIPS: true,
  supportsDualStack: true,
  implicitGlobalRegion,
});

/**
 * The partition of a region; of an unknown region, the commercial one, so that new regions work at once. No region, no
 * partition.
 * Smithy: https://smithy.io/2.0/aws/rules-engine/library-functions.html#aws-partition-function
 */
export function partition(region: string | undefined): Partition | undefined {
  const row =
    region === undefined
      ? undefined
      : (ROWS.find(([name, regions]) => region === `${name}-global` || regions.test(region)) ??
        ROWS[0]);
  return row && toPartition(row);
}
