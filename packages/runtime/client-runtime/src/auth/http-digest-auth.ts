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
import { isWhole } from "../streaming/stream-body.js";
import type { ResolvedServiceClientConfig, ServiceClientConfig } from "../config/client-config.js";
import type { ClientFeature } from "../client/client-feature.js";
import { HttpRequest as Request } from "../http/http-request.js";
import type { AuthSchemeFactory, ClientAuthScheme } from "./auth-scheme.js";
import { answerChallenge } from "./digest-answer.js";
import { readChallenge } from "./digest-challenge.js";
import type { DigestChallenge } from "./digest-challenge.js";
import { identityOption } from "./identity-option.js";
import { missingLogin, requireLogin } from "./login.js";
import type { LoginConfig } from "./login.js";

const schemeId = "smithy.api#httpDigestAuth";

/**
 * Name and password, which never leave the client: it proves that it knows them by answering the server's challenge (RFC
 * 7616). The first request of a client goes out without an answer; see {@link digestChallenges}.
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
  /** By host, the challenge of the server and how often it was answered. */
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
    signed.headers["authorization"] = await answerChallenge(known.challenge, {
      login,
      method: request.method,
      uri: query === "" ? request.path : `${request.path}?${query}`,
      body: bodyOf(request, known.challenge),
      count: (known.count += 1),
      cnonce: toHex(crypto.getRandomValues(new Uint8Array(16))),
      sha256: this.#config.sha256,
    });
    return signed;
  }

  /** Keeps the challenge of a refusal. Whether there was one that can be answered, and that is not the answered one. */
  learn({ hostname }: HttpRequest, refusal: HttpResponse): boolean {
    const header = refusal.headers["www-authenticate"] ?? refusal.headers["WWW-Authenticate"];
    const challenge = header === undefined ? undefined : readChallenge(header);
    if (challenge === undefined) return false;
    if (challenge.nonce === this.#challenges.get(hostname)?.challenge.nonce) return false;
    this.#challenges.set(hostname, { challenge, count: 0 });
    return true;
  }
}

/** @throws TypeError where a stream would have to be hashed before it is sent */
function bodyOf({ body }: HttpRequest, { qop }: DigestChallenge): string | Uint8Array {
  if (typeof body === "string" || body instanceof Uint8Array) return body;
  if (body === undefined || qop !== "auth-int") return "";
  throw new TypeError("The server wants the body to be part of the digest, and it is a stream.");
}

/** Sends a request again, once, that a server refused with a challenge (401) which the client can answer. */
export const digestChallenges: ClientFeature = () => ({
  applyToStack: (stack) =>
    stack.addRelativeTo(answerChallenges, {
      name: "digestChallengeMiddleware",
      tags: ["HTTP_SIGNING"],
      relation: "before",
      toMiddleware: "httpSigningMiddleware",
      override: true,
    }),
});

const answerChallenges: FinalizeRequestMiddleware<object, MetadataBearer> =
  (next, context) => async (args) => {
    try {
      return await next(args);
    } catch (error) {
      const signer = context[SMITHY_CONTEXT_KEY]?.selectedHttpAuthScheme?.signer;
      const refusal = refusalOf(error);
      if (!(signer instanceof DigestSigner) || refusal === undefined) throw error;
      if (!Request.isInstance(args.request) || !isWhole(args.request.body)) throw error;
      if (!signer.learn(args.request, refusal)) throw error;
      return next(args);
    }
  };

function refusalOf(error: unknown): HttpResponse | undefined {
  if (!(error instanceof Error) || !("$response" in error)) return undefined;
  const { $response } = error;
  return HttpResponse.isInstance($response) && $response.statusCode === 401 ? $response : undefined;
}
