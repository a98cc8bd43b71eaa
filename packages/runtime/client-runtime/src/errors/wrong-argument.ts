/** Makes the error for an argument of a user that is not what it has to be. */
export function wrongArgument(expected: string, given: unknown): TypeError {
  const kind = given instanceof Object ? given.constructor.name : JSON.stringify(given);
  return new TypeError(`${expected}. Received ${kind}.`);
}
