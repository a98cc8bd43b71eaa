/** A group of regions with common rules, as `aws.partition` of the endpoint rules returns it. */
export interface Partition {
  readonly name: string;
  readonly dnsSuffix: string;
  readonly dualStackDnsSuffix: string;
  readonly supportsFIPS: boolean;
  readonly supportsDualStack: boolean;
  /** The region for which services without regions sign their requests. */
  readonly implicitGlobalRegion: string;
}

type Row = readonly [
  name: string,
  regions: RegExp,
  globalRegion: string,
  dnsSuffix: string,
  dualStackDnsSuffix: string,
];

// Every region matches the pattern of its partition. The names with `-global` are pseudo-regions
// that stand for a whole partition. All partitions have FIPS and dual-stack today.
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
 * Returns the partition of a region. An unknown region is in the commercial partition, so that new
 * regions work at once; without a region, there is no partition.
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
