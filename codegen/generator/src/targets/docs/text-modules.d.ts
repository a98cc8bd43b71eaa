/** The text of a file. Resolved when the generator is built: see `bundle-assets.ts`. */
declare module "*?text" {
  const text: string;
  export default text;
}

/** A browser script, bundled with what it imports and minified. */
declare module "*?script" {
  const script: string;
  export default script;
}
