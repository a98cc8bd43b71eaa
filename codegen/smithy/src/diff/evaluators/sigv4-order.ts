import { sigv4aTrait, sigv4Trait } from "../../traits/index.js";

const SIGV4 = sigv4Trait.id;
const SIGV4A = sigv4aTrait.id;

/** The positions of SigV4 and SigV4A in a list of authentication schemes; -1 if absent. */
export interface SigV4Positions {
  readonly sigv4: number;
  readonly sigv4a: number;
}

/**
 * Describes how the order of SigV4 and SigV4A changed in a way that may break clients: a client
 * uses the first scheme of the list that it supports.
 *
 * @param where - the list, for the message
 * @returns the message, or `undefined` if the change is compatible
 */
export function describeSigV4Change(
  before: SigV4Positions,
  after: SigV4Positions,
  where: string,
): string | undefined {
  const hadV4 = before.sigv4 >= 0;
  const hadV4a = before.sigv4a >= 0;
  const hasV4 = after.sigv4 >= 0;
  const hasV4a = after.sigv4a >= 0;
  if (hadV4 !== hadV4a && hasV4 !== hasV4a && hadV4 !== hasV4) {
    return replaced(hasV4 ? SIGV4 : SIGV4A, where);
  }
  if (!hasV4 || !hasV4a || (!hadV4 && !hadV4a)) return undefined;
  const first = after.sigv4 < after.sigv4a ? SIGV4 : SIGV4A;
  if (hadV4 && hadV4a) {
    const wasFirst = before.sigv4 < before.sigv4a ? SIGV4 : SIGV4A;
    return first === wasFirst ? undefined : moved(first, where);
  }
  return first === (hadV4 ? SIGV4A : SIGV4) ? added(first, where) : undefined;
}

const otherThan = (scheme: string): string => (scheme === SIGV4 ? SIGV4A : SIGV4);

const scheme = (id: string): string => `the \`${id}\` authentication scheme`;

const inSchemes = (where: string): string => `in the effective auth schemes for ${where}.`;

function replaced(by: string, where: string): string {
  return `The \`${otherThan(by)}\` authentication scheme was replaced by ${scheme(by)} ${inSchemes(where)} Replacing ${scheme(SIGV4)} with ${scheme(SIGV4A)} directly ${consequence(by)}`;
}

function moved(first: string, where: string): string {
  const second = scheme(otherThan(first));
  return `The \`${first}\` authentication scheme was moved before ${second} ${inSchemes(where)} Moving ${scheme(first)} before ${second} ${consequence(first)}`;
}

function added(first: string, where: string): string {
  const second = otherThan(first);
  return `The \`${first}\` authentication scheme was added before ${scheme(second)} ${inSchemes(where)} Adding ${scheme(first)} before an existing \`${second}\` authentication scheme ${consequence(first)}`;
}

/** The consequence for clients that now use this scheme. */
const consequence = (used: string): string =>
  used === SIGV4
    ? "may not be backward compatible if the signing scope was narrowed (typically from `*`)."
    : `is not backward compatible since not all credentials usable by \`${SIGV4}\` are compatible with \`${SIGV4A}\`, and can break existing clients' authentication.`;
