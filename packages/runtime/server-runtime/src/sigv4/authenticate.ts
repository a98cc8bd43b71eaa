import type { HttpRequestMessage, ServerProtocol } from "@tinsmith/protocols";
import type { Exchange } from "../service/exchange.js";
import { credentialWarnings } from "./credential-warnings.js";
import type { SigningScope } from "../service/signing-scope.js";
import type { SignatureOptions } from "./signature-options.js";

/** Looks at the signature of a routed request, which is of the request as it was sent; a promise rejects where it is not right. */
export type Authenticate = (
  exchange: Exchange,
  protocol: ServerProtocol,
  sent: HttpRequestMessage,
) => Promise<void> | undefined;

/**
 * What a server does with signatures: it verifies them where that is wanted (the verification is loaded
 * with the first request), else it notes what AWS would have refused.
 *
 * @throws TypeError where signatures are to be verified of a service that has none
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
  if (!scope) throw new TypeError("The requests of this service are not signed with AWS SigV4.");
  const options = wanted === true ? {} : wanted;
  return async ({ operation }, protocol, sent) => {
    if (scope.unsigned?.includes(operation)) return;
    const { verifySignature } = await import("./verify-signature.js");
    await verifySignature(sent, scope, protocol.id, options);
  };
}
