/**
 * Version 1 of the exports that generated code imports, apart from the protocols, which have their
 * own entries. They are never removed or changed; incompatible changes go into `generated/v2`.
 *
 * @packageDocumentation
 */

export type { ServiceSchema } from "./protocol.js";
