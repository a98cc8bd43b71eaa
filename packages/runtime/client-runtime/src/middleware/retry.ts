import { isServerError, isThrottlingError, isTransientError } from "@smithy/core/retry";
import { HttpResponse } from "@smithy/core/transport";
import { SMITHY_CONTEXT_KEY } from "@smithy/types";
import type {
  FinalizeRequestMiddleware,
  MetadataBearer,
  Pluggable,
  Provider,
  RetryErrorInfo,
  RetryErrorType,
  RetryStrategy,
  RetryStrategyV2,
  SdkError,
} from "@smithy/types";
import { randomToken } from "@tinsmith/protocols";
import { untilAborted } from "../http/abort.js";
import { requireHttpRequest } from "../http/http-request.js";

/** The part of the configuration that the retry middleware reads. */
export interface RetryConfig {
  maxAttempts: Provider<number>;
  retryStrategy: Provider<RetryStrategy | RetryStrategyV2>;
}

/** Retries requests as the retry strategy decides. */
export const retryPlugin = (config: RetryConfig): Pluggable<object, MetadataBearer> => ({
  applyToStack: (stack) =>
    stack.add(retryMiddleware(config), {
      name: "retryMiddleware",
      step: "finalizeRequest",
      priority: "high",
      tags: ["RETRY"],
      override: true,
    }),
});

const retryMiddleware =
  (config: RetryConfig): FinalizeRequestMiddleware<object, MetadataBearer> =>
  (next, context) =>
  async (args) => {
    const strategy = await config.retryStrategy();
    if (!isTokenStrategy(strategy)) return strategy.retry(next, args);
    const maxAttempts = await config.maxAttempts();
    const signal = context[SMITHY_CONTEXT_KEY]?.abortSignal;
    const request = requireHttpRequest(args.request);
    request.headers["amz-sdk-invocation-id"] = randomToken();
    let token = await strategy.acquireInitialRetryToken(String(context["partition_id"] ?? ""));
    let totalRetryDelay = 0;
    for (let attempts = 1; ; attempts = token.getRetryCount() + 1) {
      request.headers["amz-sdk-request"] = `attempt=${attempts}; max=${maxAttempts}`;
      try {
        const result = await next(args);
        strategy.recordSuccess(token);
        Object.assign(result.output.$metadata, { attempts, totalRetryDelay });
        return result;
      } catch (thrown) {
        const error = toError(thrown);
        // A stream cannot be sent a second time.
        if (isStream(request.body)) throw error;
        try {
          token = await untilAborted(
            strategy.refreshRetryTokenForRetry(token, describeError(error)),
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

function describeError(error: SdkError): RetryErrorInfo {
  const retryAfterHint = retryAfter(error);
  return { error, errorType: errorType(error), ...(retryAfterHint && { retryAfterHint }) };
}

function errorType(error: SdkError): RetryErrorType {
  if (isThrottlingError(error)) return "THROTTLING";
  if (isTransientError(error)) return "TRANSIENT";
  return isServerError(error) ? "SERVER_ERROR" : "CLIENT_ERROR";
}

/**
 * Returns the earliest time for a retry: from `Retry-After`, in seconds or as a date, or from AWS's
 * header, in milliseconds.
 */
function retryAfter({ $response }: SdkError): Date | undefined {
  if (!HttpResponse.isInstance($response)) return undefined;
  const { headers } = $response;
  const milliseconds = Number(headers["x-amz-retry-after"] ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return new Date(Date.now() + milliseconds);
  const value = headers["retry-after"];
  if (value === undefined) return undefined;
  const seconds = Number(value);
  const date = Number.isNaN(seconds) ? Date.parse(value) : Date.now() + seconds * 1000;
  return Number.isNaN(date) ? undefined : new Date(date);
}

const toError = (thrown: unknown): SdkError =>
  isError(thrown) ? thrown : new SdkFailure(String(thrown));

/** Wraps a thrown value that is not an error. */
class SdkFailure extends Error {
  declare cause?: Error;
}

const isError = (thrown: unknown): thrown is SdkError => thrown instanceof Error;

const isStream = (body: unknown): boolean =>
  typeof body === "object" &&
  body !== null &&
  !ArrayBuffer.isView(body) &&
  ("getReader" in body || Symbol.asyncIterator in body);
