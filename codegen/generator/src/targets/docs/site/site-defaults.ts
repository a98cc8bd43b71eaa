/** The address of the mock server in snippets. */
export const defaultEndpoint = "http://127.0.0.1:8080";
export const defaultRegion = "us-east-1";
/** The time of recorded calls. */
export const defaultClock = "2026-01-01T00:00:00Z";
