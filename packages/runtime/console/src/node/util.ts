/**
 * Rejects, because a console does not send compressed bodies, and the server uses `promisify` for
 * nothing else here.
 */
export function promisify(): () => Promise<never> {
  return async () => {
    throw new TypeError("The server in the page does not read compressed bodies.");
  };
}
