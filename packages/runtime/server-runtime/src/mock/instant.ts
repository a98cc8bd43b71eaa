/**
 * Parses an instant in ISO 8601: a date, or a date and a time with a zone. A time without a zone
 * would mean different instants on different machines.
 *
 * @returns undefined if the text is not an instant
 */
export function parseInstant(text: string): Date | undefined {
  const instant = new Date(text);
  return isoInstant.test(text) && !Number.isNaN(instant.getTime()) ? instant : undefined;
}

const isoInstant = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;
