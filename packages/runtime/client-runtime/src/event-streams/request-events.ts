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
 * Streams of events in requests: each event is signed, with AWS Signature Version 4, and the stream gets the form that
 * the platform's handler sends. Event streams of the protocol are its own affair.
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
    stack.addRelativeTo(sendEvents(config, "signer" in input && input.signer !== undefined), {
      name: "eventStreamMiddleware",
      tags: ["EVENT_STREAM"],
      relation: "after",
      toMiddleware: "httpSigningMiddleware",
      override: true,
    });
  },
});

const announceSignedEvents: BuildMiddleware<object, MetadataBearer> =
  (next, context) => async (args) => {
    const request = requireHttpRequest(args.request);
    const selected = context[SMITHY_CONTEXT_KEY]?.selectedHttpAuthScheme;
    if (hasEvents(request) && selected?.httpAuthOption.schemeId === sigv4Id) {
      request.headers["x-amz-content-sha256"] = "STREAMING-AWS4-HMAC-SHA256-EVENTS";
    }
    return next(args);
  };

const sendEvents =
  (
    config: ResolvedServiceClientConfig,
    ownSigner: boolean,
  ): FinalizeRequestMiddleware<object, MetadataBearer> =>
  (next, context) =>
  async (args) => {
    const request = requireHttpRequest(args.request);
    if (!hasEvents(request)) return next(args);
    const selected = context[SMITHY_CONTEXT_KEY]?.selectedHttpAuthScheme;
    const frames = chunksOf(request.body);
    const changed = HttpRequest.clone(request);
    changed.body = toStream(
      selected?.httpAuthOption.schemeId === sigv4Id
        ? await signed(frames, request, selected, config, ownSigner)
        : frames,
    );
    return next({ ...args, request: changed });
  };

const hasEvents = ({ headers, body }: HttpRequest): boolean =>
  headers["content-type"] === "application/vnd.amazon.eventstream" && body !== undefined;

/** @throws TypeError where the request has no signature to begin the chain with, or the signer signs no messages */
async function signed(
  frames: AsyncIterable<Uint8Array>,
  { headers }: HttpRequest,
  { identity, httpAuthOption }: SelectedHttpAuthScheme,
  config: ResolvedServiceClientConfig,
  ownSigner: boolean,
): Promise<AsyncIterable<Uint8Array>> {
  const seed = /Signature=([0-9a-f]+)/.exec(headers["authorization"] ?? "")?.[1];
  if (seed === undefined || !signsWithSigV4(config)) {
    throw new TypeError("The request has no signature that those of its events could follow.");
  }
  const properties = httpAuthOption.signingProperties ?? {};
  const region = String(properties["signingRegion"] ?? properties["region"]);
  const service = String(properties["signingName"] ?? properties["name"]);
  // The chain goes on with the credentials it began with.
  const credentials = requireCredentials(identity);
  // The client's signer is one of requests. A user's own may sign events as well.
  const signer = ownSigner
    ? await config.signer()
    : new SignatureV4({ credentials, region, service, sha256: config.sha256 });
  if (!signsMessages(signer)) throw new TypeError("The signer of the client signs no events.");
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

const signsWithSigV4 = (
  config: ResolvedServiceClientConfig,
): config is ResolvedServiceClientConfig & SigV4ResolvedConfig => "systemClockOffset" in config;

const signsMessages = (
  signer: RequestSigner | (RequestSigner & MessageSigner),
): signer is RequestSigner & MessageSigner => "signMessage" in signer;
