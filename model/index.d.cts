/** AWS Marketplace Metering as a Smithy JSON AST (Smithy 2.0 specification, section "JSON AST"). */
declare const model: {
  readonly smithy: string;
  readonly metadata?: Readonly<Record<string, unknown>>;
  readonly shapes: Readonly<
    Record<
      string,
      {
        readonly type: string;
        readonly traits?: Readonly<Record<string, unknown>>;
        readonly [property: string]: unknown;
      }
    >
  >;
};
export = model;
