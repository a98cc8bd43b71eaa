/** Model files are bundled as text; see `tsup.config.ts` and `vitest.config.ts`. */
declare module "*.smithy" {
  const text: string;
  export default text;
}
