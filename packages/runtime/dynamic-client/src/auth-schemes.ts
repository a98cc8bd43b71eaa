import { sigv4 } from "@tinsmith/client-runtime/generated/v1";
import type { AuthSchemeFactory } from "@tinsmith/client-runtime/generated/v1";
import {
  bearerToken,
  customAuth,
  httpApiKeyAuth,
  httpBasicAuth,
  httpBearerAuth,
  httpDigestAuth,
} from "@tinsmith/client-runtime/generated/v1/http-auth";
import { sigv4a } from "@tinsmith/client-runtime/generated/v1/sigv4a";
import type { AuthSchemePlan, ClientPlan } from "@tinsmith/service";
import type { ShapeId } from "@tinsmith/smithy";

/** Returns the factory of an authentication scheme. */
export function authSchemeOf(scheme: AuthSchemePlan, { isAws }: ClientPlan): AuthSchemeFactory {
  switch (scheme.kind) {
    case "sigv4":
      return sigv4(scheme.name);
    case "sigv4a":
      return sigv4a(scheme.name);
    case "httpApiKeyAuth":
      return httpApiKeyAuth({
        name: scheme.name,
        in: scheme.in,
        ...(scheme.scheme !== undefined && { scheme: scheme.scheme }),
      });
    case "httpBasicAuth":
      return httpBasicAuth();
    case "httpBearerAuth":
      return isAws ? httpBearerAuth(scheme.tokenName) : bearerToken();
    case "httpDigestAuth":
      return httpDigestAuth();
    case "custom":
      return customAuth(scheme.id);
  }
}

/** Returns the authentication schemes of operations that override those of the service. */
export function operationAuthOf({
  operations,
}: ClientPlan): Readonly<Record<string, readonly ShapeId[]>> {
  return Object.fromEntries(
    operations.flatMap(({ name, clientAuth }) =>
      clientAuth === undefined ? [] : [[name, clientAuth]],
    ),
  );
}
