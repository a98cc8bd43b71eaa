import type { ShapeId } from "@tinsmith/smithy";

/** The part of a semantic version that a release raises. */
export type Bump = "major" | "minor" | "patch";

/** The code that uses a service's types: it calls the service, or implements it. */
export type ReleaseSide = "client" | "server";

/** One change of a service, as users of the generated packages see it. */
export interface ReleaseChange {
  /** A sentence for a change log, in Markdown. */
  readonly text: string;
  readonly shapeId: ShapeId;
  /** The bump for code that calls the service. */
  readonly client: Bump;
  /** The bump for code that implements it, such as the handlers of a mock server. */
  readonly server: Bump;
}

/** The changes between two versions of a service. */
export interface Release {
  /** Breaking changes first; empty if the generated packages stay the same. */
  readonly changes: readonly ReleaseChange[];
}

const ranks: Readonly<Record<Bump, number>> = { patch: 1, minor: 2, major: 3 };

/** The larger of two bumps. */
export const graver = (one: Bump, other: Bump): Bump => (ranks[one] >= ranks[other] ? one : other);

/** The bump of a change for one side, or for packages that both sides use. */
export const bumpFor = (change: ReleaseChange, side?: ReleaseSide): Bump =>
  side === undefined ? graver(change.client, change.server) : change[side];

/** Sorts changes by severity. Changes of the same severity keep their order. */
export const sortChanges = (changes: readonly ReleaseChange[]): readonly ReleaseChange[] =>
  [...changes].sort((one, other) => ranks[bumpFor(other)] - ranks[bumpFor(one)]);

/**
 * The bump that a release needs, or `undefined` if nothing changed.
 *
 * @param release - the changes
 * @param side - the code that uses the package. Default: code of both sides, as for types
 */
export function bumpOf(release: Release, side?: ReleaseSide): Bump | undefined {
  return release.changes
    .map((change) => bumpFor(change, side))
    .reduce<Bump | undefined>(
      (gravest, bump) => (gravest === undefined ? bump : graver(gravest, bump)),
      undefined,
    );
}

/**
 * The bump for a package that has this version: below 1.0.0 a breaking change raises the minor
 * part, as npm's caret ranges expect.
 */
export const bumpAtVersion = (bump: Bump, version: string): Bump =>
  bump === "major" && version.startsWith("0.") ? "minor" : bump;

const titles: Readonly<Record<Bump, string>> = {
  major: "Breaking changes",
  minor: "New",
  patch: "Other changes",
};

/**
 * Describes a release in Markdown, for a changeset: a list for each kind of change.
 *
 * @param release - the changes
 * @param side - as for {@link bumpOf}
 */
export function describeRelease(release: Release, side?: ReleaseSide): string {
  return (["major", "minor", "patch"] as const)
    .flatMap((bump) => {
      const lines = release.changes
        .filter((change) => bumpFor(change, side) === bump)
        .map(({ text }) => `- ${text}`);
      return lines.length === 0 ? [] : [`${titles[bump]}:\n\n${lines.join("\n")}\n`];
    })
    .join("\n");
}
