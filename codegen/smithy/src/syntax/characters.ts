/** Tests on UTF-16 code units, after the Identifier and Number productions of the IDL grammar. */
export const isDigit = (code: number): boolean => code >= 48 && code <= 57;

export const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

export const isIdentifierStart = (code: number): boolean => isLetter(code) || code === 95;

export const isIdentifierPart = (code: number): boolean => isIdentifierStart(code) || isDigit(code);

/** True for a text that is one identifier: letters, digits and underscores, but no number and not underscores alone. */
export const isIdentifier = (text: string): boolean =>
  /^(?:_*[A-Za-z]|_+[0-9])[A-Za-z0-9_]*$/.test(text);
