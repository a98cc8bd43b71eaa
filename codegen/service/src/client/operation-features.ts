/** The computation and verification of an operation's checksums. */
export type ChecksumPlan = {
  /** `@httpChecksumRequired` without `httpChecksum`: `Content-MD5` satisfies it. */
  readonly md5?: true;
  readonly required?: true;
  /** The input member that selects the algorithm, and the header that sends it. */
  readonly algorithmMember?: readonly [member: string] | readonly [member: string, header: string];
  /** The input member that enables the verification of the response. */
  readonly validationMember?: string;
  /** Algorithms of responses that the client verifies. */
  readonly responseAlgorithms?: readonly string[];
};

/**
 * `aws.api#clientDiscoveredEndpoint`: the operation is called at an endpoint that the service
 * provides.
 */
export type DiscoveredOperationPlan = {
  readonly required: boolean;
  /** Input members that the endpoint depends on; absent if there are none. */
  readonly identifiers?: readonly string[];
};
