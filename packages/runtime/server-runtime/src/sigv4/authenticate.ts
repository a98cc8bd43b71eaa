import type { HttpRequestMessage, ServerProtocol } from "@tinsmith/protocols";
import type { Exchange } from "../service/exchange.js";
import { credentialWarnings } from "./credential-warnings.js";
import type { SigningScope } from "../service/signing-scope.js";
import type { SignatureOptions } from "./signature-options.js";

/**
 * Verifies the signature of a routed request against the request as received. If the result is a
 * promise, it rejects for a wrong signature.
 */
export type Authenticate = (
  exchange: Exchange,
  protocol: ServerProtocol,
  sent: HttpRequestMessage,
) => Promise<void> | undefined;

/**
 * Returns the function with which a server checks signatures. If verification is enabled, the
 * function verifies them; the verifier is loaded with the first request. Otherwise it warns about
 * credentials that AWS would refuse.
 *
 * @throws TypeError if verification is enabled for a service without signatures
 */
export function authenticator(
  wanted: boolean | SignatureOptions | undefined,
  scope: SigningScope | undefined,
): Authenticate {
  if (wanted === undefined || wanted === false) {
    return (exchange) => {
      for (const warning of credentialWarnings(exchange.credential, scope)) exchange.warn(warning);
      return undefined;
    };
  }
  if (!scope)
    throw new TypeError(
      "Cannot verify signatures: the requests of this service are not signed with AWS SigV4.",
    );
  const options = wanted === true ? {} : wanted;
  return async ({ operation }, protocol, sent) => {
    if (scope.unsigned?.includes(operation)) return;
    const { verifySignature } = await import("./verify-signature.js");
    await verifySignature(sent, scope, protocol.id, options);
  };
}
