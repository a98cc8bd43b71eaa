/** `fetch` agrees with the server on the version by itself. */
export const http2Handler = (): undefined => undefined;
