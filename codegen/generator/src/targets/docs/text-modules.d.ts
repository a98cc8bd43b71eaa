/** The text of a file, inlined when the generator is built: see `bundle-assets.ts`. */
declare module "*?text" {
  const text: string;
  export default text;
}

/** A browser script, bundled with its imports and minified. */
declare module "*?script" {
  const script: string;
  export default script;
}
