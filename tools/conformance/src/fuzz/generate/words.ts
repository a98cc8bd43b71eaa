import type { Random } from "../random.js";

const nouns = [
  "City", "Forecast", "Invoice", "Order", "Tag", "User", "Bucket", "Item", "Status", "Config", "Report", "Token", "Event", "Group", "Policy", "Image", "Job", "Key", "Note", "Region",
]; // prettier-ignore
const memberNames = [
  "name", "value", "count", "id", "size", "kind", "when", "items", "next", "limit", "label", "body", "status", "flag", "note", "arn", "data", "first", "second", "tags",
]; // prettier-ignore
const texts = [
  "", "text", "A sentence.", 'with "quotes"', "é and ß", "line\nbreak", "tab\there", "`code`", "back\\slash", "<b>html</b>", "a, b", "x".repeat(130), "\u2028", "// no comment", "#{}", "whitelist",
]; // prettier-ignore

export const noun = (random: Random): string => random.pick(nouns);
export const memberWord = (random: Random): string => random.pick(memberNames);
export const anyText = (random: Random): string => random.pick(texts);
export const plainText = (random: Random): string =>
  random.pick(["a", "bc", "text", "some words", "A sentence."]);
