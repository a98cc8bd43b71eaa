/** How the checksums of an operation are made and verified. */
export type ChecksumPlan = {
  /** `@httpChecksumRequired` without `httpChecksum`: `Content-MD5` satisfies it. */
  readonly md5?: true;
  readonly required?: true;
  /** The member of the input that names the algorithm, and the header that carries it. */
  readonly algorithmMember?: readonly [member: string] | readonly [member: string, header: string];
  /** The member of the input that turns the verification of the response on. */
  readonly validationMember?: string;
  /** Algorithms of responses that the client verifies. */
  readonly responseAlgorithms?: readonly string[];
};

/** `aws.api#clientDiscoveredEndpoint`: the operation is called at an endpoint which the service names. */
export type DiscoveredOperationPlan = {
  readonly required: boolean;
  /** Members of the input that the endpoint depends on; absent without any. */
  readonly identifiers?: readonly string[];
};
