import { bigNumbers } from "./big-numbers.js";
import { blobs } from "./blobs.js";
import { documents } from "./documents.js";
import { timestamps } from "./timestamps.js";
import type { ValueTypes } from "./value-type.js";

/** All types, for services of any kind. */
export const allTypes: ValueTypes = [timestamps, blobs, bigNumbers, documents];
