/** Rejects: a console sends no compressed bodies, and nothing else is a callback function here. */
export function promisify(): () => Promise<never> {
  return async () => {
    throw new TypeError("The server in the page does not read compressed bodies.");
  };
}
