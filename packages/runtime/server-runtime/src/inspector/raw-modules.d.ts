/** The text of a file. Vitest does it by itself, for the build see `tsup.config.ts`. */
declare module "*?raw" {
  const text: string;
  export default text;
}
