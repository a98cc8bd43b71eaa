/**
 * Refuses every pattern, so that the server matches with the regular expressions of the browser: the
 * reader of a page can only block that page.
 */
export const RE2JS = {
  compile(pattern: string): never {
    throw new SyntaxError(`The console does not compile ${pattern} for RE2.`);
  },
};
