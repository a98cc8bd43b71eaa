/** Not needed in browsers: `fetch` negotiates the HTTP version itself. */
export const http2Handler = (): undefined => undefined;
