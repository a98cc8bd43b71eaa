/** Creates the error for an invalid argument of the user. */
export function wrongArgument(expected: string, given: unknown): TypeError {
  const kind = given instanceof Object ? given.constructor.name : JSON.stringify(given);
  return new TypeError(`${expected}. Received ${kind}.`);
}
