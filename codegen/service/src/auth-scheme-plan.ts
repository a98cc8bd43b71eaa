import type { NodeValue, ShapeId } from "@tinsmith/smithy";

/** An authentication scheme (`@authDefinition`), with the data that a client needs to apply it. */
export type AuthSchemePlan =
  | SigningScheme<"sigv4">
  | SigningScheme<"sigv4a">
  | (SchemeBase<"httpApiKeyAuth"> & {
      /** The name of the header or of the query parameter. */
      readonly name: string;
      readonly in: "header" | "query";
      /** The prefix of the key in the header: `Bearer`. */
      readonly scheme: string | undefined;
    })
  | SchemeBase<"httpBasicAuth">
  | (SchemeBase<"httpBearerAuth"> & {
      /**
       * The name under which AWS services look for a token: the signing name, or else the ARN
       * namespace.
       */
      readonly tokenName: string | undefined;
    })
  | SchemeBase<"httpDigestAuth">
  | (SchemeBase<"custom"> & {
      /** The value of the scheme's trait on the service. */
      readonly settings: NodeValue;
    });

interface SchemeBase<Kind extends string> {
  readonly kind: Kind;
  readonly id: ShapeId;
}

interface SigningScheme<Kind extends string> extends SchemeBase<Kind> {
  /** The signing name. */
  readonly name: string;
}

/** The verification of AWS signatures in a server. */
export interface SigningPlan {
  /** The signing name. */
  readonly name: string;
  /** True if signatures encode paths twice, which is the case for all services except S3. */
  readonly doubleEncodesPath: boolean;
  /** Names of the operations whose requests may be unsigned. */
  readonly unsigned: readonly string[];
}
