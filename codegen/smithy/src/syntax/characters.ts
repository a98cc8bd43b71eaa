/** Tests on UTF-16 code units, by the Identifier and Number productions of the IDL grammar. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

export const isIdentifierStart = (code: number): boolean => isLetter(code) || code === 95;

export const isIdentifierPart = (code: number): boolean => isIdentifierStart(code) || isDigit(code);

/**
 * True if the text is a single identifier: letters, digits and underscores, but neither a number
 * nor only underscores.
 */
export const isIdentifier = (text: string): boolean =>
  /^(?:_*[A-Za-z]|_+[0-9])[A-Za-z0-9_]*$/.test(text);
