import type { $SchemaRef } from "@smithy/types";
import type { ValueTypes } from "../value-types/value-type.js";
import type { ReadUnion } from "../tree/tree-reader.js";
import type { WriteJson } from "./json-forms.js";
import type { JsonStyle } from "./json-style.js";

/** Reads numbers whose digits a double cannot hold. */
export interface ExactNumbers {
  /** Parses JSON. If `exact`, numbers that would lose digits become an `ExactNumber`. */
  parse(text: string, exact: boolean): unknown;
  /** Returns true if a shape contains numbers whose digits must not be lost. */
  needs(reference: $SchemaRef): boolean;
  /** Returns the number that is nearest to an `ExactNumber`. */
  nearest(value: unknown): number | bigint | undefined;
}

/** Writes and reads unions. */
export interface JsonUnions {
  readonly read: ReadUnion;
  /** @param known - writes the known members */
  write(known: WriteJson, style: JsonStyle, parts: JsonParts): WriteJson;
}

/** The parts of a JSON codec that not every service uses. */
export interface JsonParts {
  readonly types: ValueTypes;
  /** Present for services with long integers, big numbers or documents. */
  readonly exact?: ExactNumbers;
  readonly unions?: JsonUnions;
  /**
   * Returns the value of a required member that the server omitted, for services without defaults.
   */
  readonly corrections?: (
    reference: $SchemaRef,
    types: ValueTypes,
    read: (reference: $SchemaRef) => (value: unknown, depth: number) => unknown,
  ) => unknown;
}
