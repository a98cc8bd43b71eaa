/** The indefinite article of a word: `a` or `an`. */
export function article(word: string): string {
  return /^[aeiou]/.test(word) ? "an" : "a";
}
