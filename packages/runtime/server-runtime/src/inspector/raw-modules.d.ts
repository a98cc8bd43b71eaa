/** The text of a file. Vitest supports it; `tsup.config.ts` does the same for the build. */
declare module "*?raw" {
  const text: string;
  export default text;
}
