/** The fields that both kinds of events share. The names are defined by version 1 of the format. */
interface EventOfCall {
  readonly Version: 1;
  /** The configured name of the application. At most 255 characters. */
  readonly ClientId: string;
  /** The SDK id of the service. */
  readonly Service: string;
  /** The name of the operation. */
  readonly Api: string;
  /** The start of the call or attempt, in milliseconds since the epoch. */
  readonly Timestamp: number;
  readonly Region?: string;
  /** At most 256 characters. */
  readonly UserAgent?: string;
}

/** A single request and its outcome. */
export interface AttemptEvent extends EventOfCall {
  readonly Type: "ApiCallAttempt";
  /** The host that received the request. */
  readonly Fqdn: string;
  /** The duration in milliseconds. */
  readonly AttemptLatency: number;
  /** The id of the access key that signed the request. Session tokens are not reported. */
  readonly AccessKey?: string;
  readonly HttpStatusCode?: number;
  readonly XAmznRequestId?: string;
  readonly XAmzRequestId?: string;
  readonly XAmzId2?: string;
  /** The error code of the service. At most 128 characters. */
  readonly AwsException?: string;
  /** The message of the service, without sensitive content. At most 512 characters. */
  readonly AwsExceptionMessage?: string;
  /** The name of an error that is not from the service. At most 128 characters. */
  readonly SdkException?: string;
  /** At most 512 characters. */
  readonly SdkExceptionMessage?: string;
}

/** A call with all of its attempts. */
export interface CallEvent extends EventOfCall {
  readonly Type: "ApiCall";
  readonly AttemptCount: number;
  /** The duration in milliseconds, including delays between attempts. */
  readonly Latency: number;
  /** 1 if the last attempt failed with a retryable error. */
  readonly MaxRetriesExceeded: 0 | 1;
  readonly FinalHttpStatusCode?: number;
  readonly FinalAwsException?: string;
  readonly FinalAwsExceptionMessage?: string;
  readonly FinalSdkException?: string;
  readonly FinalSdkExceptionMessage?: string;
}

/** An event for a publisher. */
export type MonitoringEvent = AttemptEvent | CallEvent;

/** Delivers events to a collector. */
export interface MonitoringPublisher {
  /** Publishes an event. Errors are logged and otherwise ignored. */
  publish(event: MonitoringEvent): void | Promise<void>;
}

/** The maximum lengths of texts in the format. */
export const limits = { clientId: 255, userAgent: 256, exception: 128, message: 512 } as const;

/** Truncates a text. */
export const truncate = (text: string, length: number): string => text.slice(0, length);
