/** What both kinds of events say. Names are those of the format, version 1. */
interface EventOfCall {
  readonly Version: 1;
  /** The application, as it was named. At most 255 characters. */
  readonly ClientId: string;
  /** The SDK id of the service. */
  readonly Service: string;
  /** The operation. */
  readonly Api: string;
  /** When it began, in milliseconds of the epoch. */
  readonly Timestamp: number;
  readonly Region?: string;
  /** At most 256 characters. */
  readonly UserAgent?: string;
}

/** One request, and what came of it. */
export interface AttemptEvent extends EventOfCall {
  readonly Type: "ApiCallAttempt";
  /** The host that it was sent to. */
  readonly Fqdn: string;
  /** How long it took, in milliseconds. */
  readonly AttemptLatency: number;
  /** The id of the key that it was signed with. Tokens of sessions are not told. */
  readonly AccessKey?: string;
  readonly HttpStatusCode?: number;
  readonly XAmznRequestId?: string;
  readonly XAmzRequestId?: string;
  readonly XAmzId2?: string;
  /** The code of the service's error. At most 128 characters. */
  readonly AwsException?: string;
  /** Without what is sensitive. At most 512 characters. */
  readonly AwsExceptionMessage?: string;
  /** The name of an error that the service did not answer with. At most 128 characters. */
  readonly SdkException?: string;
  /** At most 512 characters. */
  readonly SdkExceptionMessage?: string;
}

/** One call, with all of its attempts. */
export interface CallEvent extends EventOfCall {
  readonly Type: "ApiCall";
  readonly AttemptCount: number;
  /** How long it took, pauses included, in milliseconds. */
  readonly Latency: number;
  /** 1 where the last attempt failed in a way that would have been tried again. */
  readonly MaxRetriesExceeded: 0 | 1;
  readonly FinalHttpStatusCode?: number;
  readonly FinalAwsException?: string;
  readonly FinalAwsExceptionMessage?: string;
  readonly FinalSdkException?: string;
  readonly FinalSdkExceptionMessage?: string;
}

/** What a publisher is given. */
export type MonitoringEvent = AttemptEvent | CallEvent;

/** Takes events to whoever collects them. */
export interface MonitoringPublisher {
  /** What it throws is logged and nothing else. */
  publish(event: MonitoringEvent): void | Promise<void>;
}

/** The most characters of a text, as the format sets it. */
export const limits = { clientId: 255, userAgent: 256, exception: 128, message: 512 } as const;

/** The beginning of a text, as far as it may go. */
export const cut = (text: string, length: number): string => text.slice(0, length);
