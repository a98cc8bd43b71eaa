import { ServiceError } from "../service/service-error.js";

/** The kinds of problems with a signature. */
export type SignatureProblem = "missing" | "incomplete" | "mismatch" | "unknownKey";

interface Family {
  readonly codes: Readonly<Record<SignatureProblem, string>>;
  /** The status for an incomplete signature, and the status for all other problems. */
  readonly statuses: readonly [incomplete: number, other: number];
}

const query: Family = {
  codes: {
    missing: "MissingAuthenticationToken",
    incomplete: "IncompleteSignature",
    mismatch: "SignatureDoesNotMatch",
    unknownKey: "InvalidClientTokenId",
  },
  statuses: [400, 403],
};
const json: Family = {
  codes: {
    missing: "MissingAuthenticationTokenException",
    incomplete: "IncompleteSignatureException",
    mismatch: "InvalidSignatureException",
    unknownKey: "UnrecognizedClientException",
  },
  statuses: [400, 400],
};
const rest: Family = { ...json, statuses: [403, 403] };

/** Returns the error for a problem. AWS's names and statuses depend on the kind of protocol. */
export function signatureError(
  problem: SignatureProblem,
  message: string,
  protocolId: string,
): ServiceError {
  const family = familyOf(protocolId);
  const [incomplete, other] = family.statuses;
  return new ServiceError({
    name: family.codes[problem],
    $fault: "client",
    message,
    statusCode: problem === "incomplete" ? incomplete : other,
  });
}

function familyOf(protocolId: string): Family {
  if (/#(awsQuery|ec2Query|restXml)$/.test(protocolId)) return query;
  return protocolId.endsWith("#restJson1") ? rest : json;
}
