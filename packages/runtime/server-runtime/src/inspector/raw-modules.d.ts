/** The text of a file. Vitest supports such imports. For the build, `tsup.config.ts` does. */
declare module "*?raw" {
  const text: string;
  export default text;
}
