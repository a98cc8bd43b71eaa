import { SignatureV4 } from "@smithy/signature-v4";
import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type {
  BuildMiddleware,
  FinalizeRequestMiddleware,
  MessageSigner,
  MetadataBearer,
  RequestSigner,
  SelectedHttpAuthScheme,
} from "@smithy/types";
import { sigv4Id } from "../auth/sigv4-id.js";
import type { SigV4ResolvedConfig } from "../auth/sigv4-config.js";
import { requireCredentials } from "../auth/sigv4-signer.js";
import type { ClientFeature } from "../client/client-feature.js";
import type { ResolvedServiceClientConfig } from "../config/client-config.js";
import { signEvents } from "./sign-events.js";
import { HttpRequest, requireHttpRequest } from "../http/http-request.js";
import { toStream } from "../node/streams.js";
import { chunksOf } from "../streaming/stream-body.js";

/**
 * Sends event streams in requests: signs each event with AWS Signature Version 4 and converts the
 * stream to the form that the platform's handler sends. The protocol encodes the events.
 * Smithy: https://smithy.io/2.0/aws/amazon-eventstream.html
 */
export const eventStreams: ClientFeature = ({ input, config }) => ({
  applyToStack: (stack) => {
    stack.add(announceSignedEvents, {
      name: "eventStreamHeaderMiddleware",
      step: "build",
      tags: ["EVENT_STREAM"],
      override: true,
    });
    // Runs after the signing middleware, which clients without authentication do not have.
    stack.add(sendEvents(config, "signer" in input && input.signer !== undefined), {
      name: "eventStreamMiddleware",
      step: "finalizeRequest",
      tags: ["EVENT_STREAM"],
      override: true,
    });
  },
});

const announceSignedEvents: BuildMiddleware<object, MetadataBearer> =
  (next, context) => async (args) => {
    const request = requireHttpRequest(args.request);
    const selected = context[SMITHY_CONTEXT_KEY]?.selectedHttpAuthScheme;
    if (hasEventStream(request) && selected?.httpAuthOption.schemeId === sigv4Id) {
      request.headers["x-amz-content-sha256"] = "STREAMING-AWS4-HMAC-SHA256-EVENTS";
    }
    return next(args);
  };

const sendEvents =
  (
    config: ResolvedServiceClientConfig,
    hasCustomSigner: boolean,
  ): FinalizeRequestMiddleware<object, MetadataBearer> =>
  (next, context) =>
  async (args) => {
    const request = requireHttpRequest(args.request);
    if (!hasEventStream(request)) return next(args);
    const selected = context[SMITHY_CONTEXT_KEY]?.selectedHttpAuthScheme;
    const frames = chunksOf(request.body);
    const changed = HttpRequest.clone(request);
    changed.body = toStream(
      selected?.httpAuthOption.schemeId === sigv4Id
        ? await signed(frames, request, selected, config, hasCustomSigner)
        : frames,
    );
    return next({ ...args, request: changed });
  };

const hasEventStream = ({ headers, body }: HttpRequest): boolean =>
  headers["content-type"] === "application/vnd.amazon.eventstream" && body !== undefined;

/**
 * @throws TypeError if the request has no signature to start the chain with, or the signer cannot
 * sign messages
 */
async function signed(
  frames: AsyncIterable<Uint8Array>,
  { headers }: HttpRequest,
  { identity, httpAuthOption }: SelectedHttpAuthScheme,
  config: ResolvedServiceClientConfig,
  hasCustomSigner: boolean,
): Promise<AsyncIterable<Uint8Array>> {
  const seed = /Signature=([0-9a-f]+)/.exec(headers["authorization"] ?? "")?.[1];
  if (seed === undefined || !usesSigV4(config)) {
    throw new TypeError(
      "Events cannot be signed, because the request has no Signature Version 4 signature.",
    );
  }
  const properties = httpAuthOption.signingProperties ?? {};
  const region = String(properties["signingRegion"] ?? properties["region"]);
  const service = String(properties["signingName"] ?? properties["name"]);
  // The chain continues with the credentials of the request.
  const credentials = requireCredentials(identity);
  // The default signer signs requests only. A custom signer may sign events too.
  const signer = hasCustomSigner
    ? await config.signer()
    : new SignatureV4({ credentials, region, service, sha256: config.sha256 });
  if (!signsMessages(signer))
    throw new TypeError("The client's signer does not support events: signMessage() is missing.");
  return signEvents(
    frames,
    seed,
    (message, signingDate) =>
      signer.sign(message, {
        signingDate,
        signingRegion: region,
        signingService: service,
        eventStreamCredentials: credentials,
      }),
    () => new Date(Date.now() + config.systemClockOffset),
  );
}

const usesSigV4 = (
  config: ResolvedServiceClientConfig,
): config is ResolvedServiceClientConfig & SigV4ResolvedConfig => "systemClockOffset" in config;

const signsMessages = (
  signer: RequestSigner | (RequestSigner & MessageSigner),
): signer is RequestSigner & MessageSigner => "signMessage" in signer;
