import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import { toError } from "../errors/to-error.js";
import type {
  FinalizeRequestMiddleware,
  HttpRequest,
  MetadataBearer,
  Pluggable,
  Provider,
  RetryErrorInfo,
  RetryErrorType,
  RetryStrategy,
  RetryStrategyV2,
  SdkError,
} from "@smithy/types";
import { untilAborted } from "../http/abort.js";
import { requireHttpRequest } from "../http/http-request.js";
import { isHttpResponse } from "../http/http-response.js";

/** The part of the configuration that the retry middleware reads. */
export interface RetryConfig {
  maxAttempts: Provider<number>;
  retryStrategy: Provider<RetryStrategy | RetryStrategyV2>;
}

/** The facts about a kind of service that retries depend on. */
export interface RetryRules {
  /** Classifies an error for the retry strategy. */
  classify(error: SdkError): RetryErrorType;
  /** Returns the delay in milliseconds that a header other than `Retry-After` requests. */
  delayOf?(headers: Readonly<Record<string, string>>): number | undefined;
  /** Marks the attempts of a call in the headers of the request. */
  markAttempts?(request: HttpRequest): (attempt: number, maxAttempts: number) => void;
}

/** Retries requests as the retry strategy decides. */
export const retryPlugin = (
  config: RetryConfig,
  rules: RetryRules,
): Pluggable<object, MetadataBearer> => ({
  applyToStack: (stack) =>
    stack.add(retryMiddleware(config, rules), {
      name: "retryMiddleware",
      step: "finalizeRequest",
      priority: "high",
      tags: ["RETRY"],
      override: true,
    }),
});

const retryMiddleware =
  (config: RetryConfig, rules: RetryRules): FinalizeRequestMiddleware<object, MetadataBearer> =>
  (next, context) =>
  async (args) => {
    const strategy = await config.retryStrategy();
    if (!isTokenStrategy(strategy)) return strategy.retry(next, args);
    const maxAttempts = await config.maxAttempts();
    const signal = context[SMITHY_CONTEXT_KEY]?.abortSignal;
    const request = requireHttpRequest(args.request);
    const mark = rules.markAttempts?.(request);
    let token = await strategy.acquireInitialRetryToken(String(context["partition_id"] ?? ""));
    let totalRetryDelay = 0;
    for (let attempts = 1; ; attempts = token.getRetryCount() + 1) {
      mark?.(attempts, maxAttempts);
      try {
        const result = await next(args);
        strategy.recordSuccess(token);
        Object.assign(result.output.$metadata, { attempts, totalRetryDelay });
        return result;
      } catch (thrown) {
        const error = toError(thrown) as SdkError;
        // A stream cannot be sent a second time.
        if (isStream(request.body)) throw error;
        try {
          token = await untilAborted(
            strategy.refreshRetryTokenForRetry(token, describeError(error, rules)),
            signal,
          );
        } catch (refusal) {
          if (signal?.aborted) throw refusal;
          error.$metadata ??= {};
          Object.assign(error.$metadata, { attempts, totalRetryDelay });
          throw error;
        }
        const delay = token.getRetryDelay();
        totalRetryDelay += (token.$retryLog?.acquisitionDelay ?? 0) + delay;
        if (delay > 0) {
          await untilAborted(new Promise((resolve) => setTimeout(resolve, delay)), signal);
        }
      }
    }
  };

const isTokenStrategy = (strategy: RetryStrategy | RetryStrategyV2): strategy is RetryStrategyV2 =>
  "acquireInitialRetryToken" in strategy;

function describeError(error: SdkError, rules: RetryRules): RetryErrorInfo {
  const retryAfterHint = retryAfter(error, rules);
  return { error, errorType: rules.classify(error), ...(retryAfterHint && { retryAfterHint }) };
}

/** Returns the earliest time for a retry: from `Retry-After`, in seconds or as a date. */
function retryAfter({ $response }: SdkError, { delayOf }: RetryRules): Date | undefined {
  if (!isHttpResponse($response)) return undefined;
  const { headers } = $response;
  const milliseconds = delayOf?.(headers);
  if (milliseconds !== undefined) return new Date(Date.now() + milliseconds);
  const value = headers["retry-after"];
  if (value === undefined) return undefined;
  const seconds = Number(value);
  const date = Number.isNaN(seconds) ? Date.parse(value) : Date.now() + seconds * 1000;
  return Number.isNaN(date) ? undefined : new Date(date);
}

const isStream = (body: unknown): boolean =>
  typeof body === "object" &&
  body !== null &&
  !ArrayBuffer.isView(body) &&
  ("getReader" in body || Symbol.asyncIterator in body);
