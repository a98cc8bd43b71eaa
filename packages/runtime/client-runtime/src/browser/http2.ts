/** Returns undefined, because `fetch` negotiates the HTTP version itself. */
export const http2Handler = (): undefined => undefined;
