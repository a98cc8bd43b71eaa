/**
 * The contract of generated code, version 1: what it names of this package besides its protocols,
 * which are entries beside this one. Nothing is taken away from it or changed; what has to change
 * becomes `generated/v2`.
 *
 * @packageDocumentation
 */

export type { ServiceSchema } from "./protocol.js";
