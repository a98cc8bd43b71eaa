import { Mismatch } from "../malformed-message.js";
import { parseExactJson } from "./parse-exact-json.js";

/** Parses JSON to JavaScript's own numbers. @throws Mismatch where it is not JSON */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // The engine's message quotes the text, which may hold secrets; the exact parser says where it stops.
    parseExactJson(text);
    throw new Mismatch("The body is not JSON.");
  }
};
