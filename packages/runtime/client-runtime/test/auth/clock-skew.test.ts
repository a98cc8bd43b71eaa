import { HttpResponse } from "@smithy/core/transport";
import type { AwsCredentialIdentity } from "@smithy/types";
import { describe, expect, it } from "vitest";
import { SigV4Signer } from "../../src/auth/sigv4-signer.js";
import type { SigV4ResolvedConfig } from "../../src/auth/sigv4-config.js";
import { HttpRequest } from "../../src/http/http-request.js";

const hour = 3_600_000;
const identity: AwsCredentialIdentity = { accessKeyId: "AKID", secretAccessKey: "secret" };

/**
 * Returns two functions: `send` signs a request, and `refuse` rejects its date as the service does.
 */
function signing() {
  const settings = {
    systemClockOffset: 0,
    disableClockSkewCorrection: async () => false,
    signer: async () => ({ sign: async (request: HttpRequest) => request }),
  };
  const signer = new SigV4Signer(settings as unknown as SigV4ResolvedConfig, undefined);
  const send = async () => {
    const properties: Record<string, unknown> = {};
    await signer.sign(new HttpRequest({}), identity, properties);
    return properties;
  };
  const refuse = (properties: Record<string, unknown>, name: string) => {
    const headers = { date: new Date(Date.now() + hour).toUTCString() };
    const $response = new HttpResponse({ statusCode: 403, headers });
    const error = Object.assign(new Error(name), { name, $response, $metadata: {} });
    expect(() => signer.errorHandler(properties)(error)).toThrow(error);
    return error.$metadata;
  };
  return { send, refuse };
}

describe("parallel calls with a wrong clock", () => {
  it.each([
    "AuthFailure",
    "InvalidSignatureException",
    "RequestExpired",
    "RequestInTheFuture",
    "RequestTimeTooSkewed",
    "SignatureDoesNotMatch",
  ])("are all corrected after the error %s", async (name) => {
    const { send, refuse } = signing();
    const sent = await Promise.all([send(), send(), send()]);
    const corrected = { clockSkewCorrected: true };
    expect(sent.map((one) => refuse(one, name))).toEqual([corrected, corrected, corrected]);
  });

  it("are not corrected if they were sent with the right time", async () => {
    const { send, refuse } = signing();
    refuse(await send(), "RequestExpired");
    expect(refuse(await send(), "RequestExpired")).toEqual({});
  });

  it("are not corrected after an error that does not concern the clock", async () => {
    const { send, refuse } = signing();
    expect(refuse(await send(), "NotAuthorized")).toEqual({});
  });
});
