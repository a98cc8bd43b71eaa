import type { Credential } from "../service/credential.js";
import type { SigningScope } from "../service/signing-scope.js";

/** Returns AWS's objections to the credential scope of an accepted request. */
export const credentialWarnings = (
  credential: Credential | undefined,
  scope: SigningScope | undefined,
): readonly string[] =>
  !credential || !scope || credential.service === scope.name
    ? []
    : [
        `Credential should be scoped to correct service: '${scope.name}'. The request is signed for '${credential.service}'; AWS would refuse it.`,
      ];
