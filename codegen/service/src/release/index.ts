/** The meaning of a changed model for the users of generated packages. */
export { planRelease } from "./plan-release.js";
export type { ReleaseOptions } from "./plan-release.js";
export { bumpAtVersion, bumpOf, describeRelease } from "./release.js";
export type { Bump, Release, ReleaseChange, ReleaseSide } from "./release.js";
