/**
 * Refuses every pattern, so that the server matches with the regular expressions of the browser. A
 * pattern that runs forever can only block the page of the user who entered the text.
 */
export const RE2JS = {
  compile(pattern: string): never {
    throw new SyntaxError(`The console does not compile ${pattern} for RE2.`);
  },
};
