import { timingSafeEqual } from "node:crypto";
import type { HttpRequestMessage } from "@tinsmith/protocols";
import { isBytes as isUint8Array, lowerCaseNames } from "@tinsmith/values";
import { readAwsChunked } from "./aws-chunked.js";
import { sha256Of, Signer } from "./canonical-request.js";
import type { CanonicalParts } from "./canonical-request.js";
import { explainMismatch } from "./explain-mismatch.js";
import { signatureError } from "./signature-error.js";
import type { SignatureProblem } from "./signature-error.js";
import { fromBasic, IncompleteSignature, readSignature, toBasic } from "./signed-request.js";
import type { SignedRequest } from "./signed-request.js";
import type { SigningScope } from "../service/signing-scope.js";
import type { SignatureOptions } from "./signature-options.js";

/**
 * Verifies the signature of a request (AWS Signature Version 4) in its header or query.
 *
 * @param scope - the scope for which requests must be signed
 * @param protocolId - determines AWS's names for the errors
 * @throws ServiceError with the name, status and wording of AWS, and with the part that differs
 */
export async function verifySignature(
  request: HttpRequestMessage,
  scope: SigningScope,
  protocolId: string,
  options: SignatureOptions,
): Promise<void> {
  const fail = (problem: SignatureProblem, message: string): never => {
    throw signatureError(problem, message, protocolId);
  };
  const signed = readSigned(request, fail);
  checkScope(signed, scope, options, fail);
  checkTime(signed, options, fail);
  const secret = secretOf(options, signed.accessKeyId);
  if (secret === undefined) {
    return fail("unknownKey", "The security token included in the request is invalid.");
  }
  const headers = lowerCaseNames(request.headers);
  checkSignedHeaders(signed, headers, fail);
  const signer = new Signer(signed, secret, scope.doubleEncodePath ?? true);
  const declared = declaredHash(request, headers);
  const actual = isBytes(request.body) ? sha256Of(request.body) : sha256Of("");
  if (declared !== undefined && /^[0-9a-f]{64}$/.test(declared) && isBytes(request.body)) {
    if (declared !== actual) {
      fail(
        "mismatch",
        `${notMatching} The body differs: x-amz-content-sha256 says ${declared}, the received body has ${actual}.`,
      );
    }
  }
  const parts = partsOf(request, signed, headers, declared ?? actual);
  const canonical = signer.canonicalRequest(parts);
  const toSign = signer.stringToSign(canonical);
  if (!isSame(await signer.signText(toSign), signed.signature)) {
    const unsigned = { ...parts, payloadHash: "UNSIGNED-PAYLOAD" };
    const isUnsigned =
      signed.expires !== undefined &&
      declared === undefined &&
      (await signatureOf(signer, unsigned)) === signed.signature;
    if (!isUnsigned) {
      fail(
        "mismatch",
        `${notMatching}\n\nThe Canonical String for this request should have been\n'${canonical}'\n\n` +
          `The String-to-Sign should have been\n'${toSign}'\n\n${await explainMismatch(signer, signed, parts)}`,
      );
    }
  }
  if (declared?.startsWith("STREAMING-AWS4-HMAC-SHA256-PAYLOAD") && isBytes(request.body)) {
    await checkChunks(signer, signed, request.body, fail);
  }
}

type Fail = (problem: SignatureProblem, message: string) => never;

const notMatching =
  "The request signature we calculated does not match the signature you provided. Check your AWS Secret " +
  "Access Key and signing method. Consult the service documentation for details.";

function readSigned(request: HttpRequestMessage, fail: Fail): SignedRequest {
  try {
    const signed = readSignature({ ...request, headers: lowerCaseNames(request.headers) });
    return signed ?? fail("missing", "Request is missing Authentication Token");
  } catch (error) {
    if (error instanceof IncompleteSignature) return fail("incomplete", error.message);
    throw error;
  }
}

function checkScope(
  signed: SignedRequest,
  scope: SigningScope,
  { regions }: SignatureOptions,
  fail: Fail,
): void {
  const problems: string[] = [];
  if (regions && !regions.includes(signed.region)) {
    problems.push(`Credential should be scoped to a valid region, not '${signed.region}'.`);
  }
  if (signed.service !== scope.name) {
    problems.push(`Credential should be scoped to correct service: '${scope.name}'.`);
  }
  if (signed.terminator !== "aws4_request") {
    problems.push(
      `Credential should be scoped with a valid terminator: 'aws4_request', not '${signed.terminator}'.`,
    );
  }
  const day = signed.signedAt.slice(0, 8);
  if (signed.date !== day) {
    problems.push(
      "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: " +
        `'${signed.date}' != '${day}', from '${signed.signedAt}'.`,
    );
  }
  if (problems.length > 0) fail("mismatch", problems.join(" "));
}

const minute = 60_000;

function checkTime(
  { signedAt, expires }: SignedRequest,
  { clockSkewMinutes = 5, now = () => new Date() }: SignatureOptions,
  fail: Fail,
): void {
  const signed = fromBasic(signedAt);
  if (Number.isNaN(signed)) {
    fail("incomplete", `Date must be in ISO-8601 'basic format'. Got '${signedAt}'.`);
  }
  const current = now();
  const at = (time: number): string => toBasic(new Date(time));
  const validMs = expires === undefined ? clockSkewMinutes * minute : expires * 1000;
  const valid = expires === undefined ? `${clockSkewMinutes} min.` : `${expires} s.`;
  const earliest = current.getTime() - validMs;
  if (signed < earliest - (expires === undefined ? 0 : 999)) {
    fail(
      "mismatch",
      `Signature expired: ${signedAt} is now earlier than ${at(earliest)} (${toBasic(current)} - ${valid})`,
    );
  }
  const latest = current.getTime() + clockSkewMinutes * minute;
  if (signed > latest) {
    fail(
      "mismatch",
      `Signature not yet current: ${signedAt} is still later than ${at(latest)} (${toBasic(current)} + ${clockSkewMinutes} min.)`,
    );
  }
}

function checkSignedHeaders(
  { signedHeaders, expires }: SignedRequest,
  headers: Readonly<Record<string, string>>,
  fail: Fail,
): void {
  if (!signedHeaders.includes("host")) {
    fail("mismatch", "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
  }
  if (expires !== undefined) return;
  const unsigned = Object.keys(headers).filter(
    (name) => name.startsWith("x-amz-") && !signedHeaders.includes(name),
  );
  if (unsigned.length > 0) {
    fail(
      "mismatch",
      `There were headers present in the request which were not signed: ${unsigned.join(", ")}.`,
    );
  }
}

/** Returns the declared hash of the payload, or the keyword for a payload without a hash. */
function declaredHash(
  { query }: HttpRequestMessage,
  headers: Readonly<Record<string, string>>,
): string | undefined {
  const presigned = query["X-Amz-Content-Sha256"];
  return headers["x-amz-content-sha256"] ?? (typeof presigned === "string" ? presigned : undefined);
}

function partsOf(
  { method, path, query }: HttpRequestMessage,
  { signedHeaders }: SignedRequest,
  headers: Readonly<Record<string, string>>,
  payloadHash: string,
): CanonicalParts {
  const signed: Record<string, string> = {};
  for (const name of signedHeaders) {
    const value = headers[name];
    if (value !== undefined) signed[name] = value;
  }
  const parameters = Object.entries(query).filter(([name]) => name !== "X-Amz-Signature");
  return {
    method,
    path,
    query: Object.fromEntries(parameters.map(([name, value]) => [name, value ?? ""])),
    headers: signed,
    payloadHash,
  };
}

/** Verifies the chunks. The signature of each chunk covers the signature of the previous one. */
async function checkChunks(
  signer: Signer,
  signed: SignedRequest,
  body: string | Uint8Array,
  fail: Fail,
): Promise<void> {
  const read = readAwsChunked(typeof body === "string" ? Buffer.from(body) : body);
  if (!read) return fail("mismatch", `${notMatching} The body is not in the encoding aws-chunked.`);
  const scope = [signed.date, signed.region, signed.service, signed.terminator].join("/");
  let previous = signed.signature;
  for (const [index, { data, signature }] of read.chunks.entries()) {
    const toSign = [
      "AWS4-HMAC-SHA256-PAYLOAD",
      signed.signedAt,
      scope,
      previous,
      sha256Of(""),
      sha256Of(data),
    ].join("\n");
    const wanted = await signer.signText(toSign);
    if (!isSame(wanted, signature ?? "")) {
      fail("mismatch", `${notMatching} The chunk ${index + 1} of the body differs.`);
    }
    previous = wanted;
  }
}

const signatureOf = async (signer: Signer, parts: CanonicalParts): Promise<string> =>
  signer.signText(signer.stringToSign(signer.canonicalRequest(parts)));

function secretOf({ credentials }: SignatureOptions, accessKeyId: string): string | undefined {
  if (typeof credentials === "function") return credentials(accessKeyId);
  const known = credentials ?? testCredentials;
  return Object.hasOwn(known, accessKeyId) ? known[accessKeyId] : undefined;
}

const testCredentials: Readonly<Record<string, string>> = { mock: "mock" };

const isBytes = (body: HttpRequestMessage["body"]): body is string | Uint8Array =>
  typeof body === "string" || isUint8Array(body);

function isSame(one: string, other: string): boolean {
  const [left, right] = [Buffer.from(one), Buffer.from(other)];
  return left.length === right.length && timingSafeEqual(left, right);
}
