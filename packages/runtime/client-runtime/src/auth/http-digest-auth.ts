import { buildQueryString } from "@smithy/core/protocols";
import { HttpResponse } from "@smithy/core/transport";
import { toHex } from "@smithy/core/serde";
import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type {
  FinalizeRequestMiddleware,
  HttpRequest,
  HttpSigner,
  Identity,
  MetadataBearer,
} from "@smithy/types";
import { isBytes } from "@tinsmith/values";
import { isBuffered } from "../streaming/stream-body.js";
import type { ResolvedServiceClientConfig, ServiceClientConfig } from "../config/client-config.js";
import type { ClientFeature } from "../client/client-feature.js";
import { HttpRequest as Request } from "../http/http-request.js";
import type { AuthSchemeFactory, ClientAuthScheme } from "./auth-scheme.js";
import { respondToChallenge } from "./digest-response.js";
import { readChallenge } from "./digest-challenge.js";
import type { DigestChallenge } from "./digest-challenge.js";
import { identityOption } from "./identity-option.js";
import { missingLogin, requireLogin } from "./login.js";
import type { LoginConfig } from "./login.js";

const schemeId = "smithy.api#httpDigestAuth";

/**
 * Authenticates with username and password without sending the password: the client responds to a
 * challenge of the server (RFC 7616). The first request of a client has no credentials; see
 * {@link digestChallenges}.
 * Smithy: https://smithy.io/2.0/spec/authentication-traits.html#httpdigestauth-trait
 */
export const httpDigestAuth = (): AuthSchemeFactory => ({
  schemeId,
  create(input: ServiceClientConfig & LoginConfig, config): ClientAuthScheme {
    return {
      schemeId,
      missingIdentity: missingLogin,
      identityProvider: identityOption(config, "login", input.login),
      signer: new DigestSigner(config),
      signingProperties: () => ({}),
    };
  },
});

class DigestSigner implements HttpSigner {
  readonly #config: ResolvedServiceClientConfig;
  /** The challenge of each host, with the number of responses to it. */
  readonly #challenges = new Map<string, { readonly challenge: DigestChallenge; count: number }>();

  constructor(config: ResolvedServiceClientConfig) {
    this.#config = config;
  }

  async sign(request: HttpRequest, identity: Identity): Promise<HttpRequest> {
    const login = requireLogin(identity);
    const known = this.#challenges.get(request.hostname);
    if (known === undefined) return request;
    const query = buildQueryString(request.query ?? {});
    const signed = Request.clone(request);
    signed.headers["authorization"] = await respondToChallenge(known.challenge, {
      login,
      method: request.method,
      uri: query === "" ? request.path : `${request.path}?${query}`,
      body: bodyToHash(request, known.challenge),
      count: (known.count += 1),
      cnonce: toHex(crypto.getRandomValues(new Uint8Array(16))),
      sha256: this.#config.sha256,
    });
    return signed;
  }

  /**
   * Stores the challenge of a 401 response.
   * @returns true if the client can respond to it and has not done so yet
   */
  storeChallenge({ hostname }: HttpRequest, rejection: HttpResponse): boolean {
    const header = rejection.headers["www-authenticate"] ?? rejection.headers["WWW-Authenticate"];
    const challenge = header === undefined ? undefined : readChallenge(header);
    if (challenge === undefined) return false;
    if (challenge.nonce === this.#challenges.get(hostname)?.challenge.nonce) return false;
    this.#challenges.set(hostname, { challenge, count: 0 });
    return true;
  }
}

/** @throws TypeError if a stream would have to be hashed before it is sent */
function bodyToHash({ body }: HttpRequest, { qop }: DigestChallenge): string | Uint8Array {
  if (typeof body === "string" || isBytes(body)) return body;
  if (body === undefined || qop !== "auth-int") return "";
  throw new TypeError(
    "The server requires a digest of the body, but the body is a stream. Pass bytes.",
  );
}

/**
 * Retries a request once if the server rejected it with a challenge (401) that the client supports.
 */
export const digestChallenges: ClientFeature = () => ({
  applyToStack: (stack) =>
    stack.addRelativeTo(respondToChallenges, {
      name: "digestChallengeMiddleware",
      tags: ["HTTP_SIGNING"],
      relation: "before",
      toMiddleware: "httpSigningMiddleware",
      override: true,
    }),
});

const respondToChallenges: FinalizeRequestMiddleware<object, MetadataBearer> =
  (next, context) => async (args) => {
    try {
      return await next(args);
    } catch (error) {
      const signer = context[SMITHY_CONTEXT_KEY]?.selectedHttpAuthScheme?.signer;
      const rejection = readRejection(error);
      if (!(signer instanceof DigestSigner) || rejection === undefined) throw error;
      if (!Request.isInstance(args.request) || !isBuffered(args.request.body)) throw error;
      if (!signer.storeChallenge(args.request, rejection)) throw error;
      return next(args);
    }
  };

function readRejection(error: unknown): HttpResponse | undefined {
  if (!(error instanceof Error) || !("$response" in error)) return undefined;
  const { $response } = error;
  return HttpResponse.isInstance($response) && $response.statusCode === 401 ? $response : undefined;
}
