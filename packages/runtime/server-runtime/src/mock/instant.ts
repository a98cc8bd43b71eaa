/**
 * Reads an instant in the form of ISO 8601: a date, or a date and a time with its zone. A time without a zone would be
 * another one on every machine.
 *
 * @returns nothing where the text is none
 */
export function parseInstant(text: string): Date | undefined {
  const instant = new Date(text);
  return isoInstant.test(text) && !Number.isNaN(instant.getTime()) ? instant : undefined;
}

const isoInstant = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?$/;
