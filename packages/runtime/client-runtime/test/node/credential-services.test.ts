import * as awsSignin from "@aws-sdk/nested-clients/signin";
import * as awsSso from "@aws-sdk/nested-clients/sso";
import * as awsOidc from "@aws-sdk/nested-clients/sso-oidc";
import * as awsSts from "@aws-sdk/nested-clients/sts";
import { HttpResponse } from "@smithy/core/transport";
import type { HttpRequest } from "@smithy/types";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import * as signin from "../../src/node/credential-services/signin.js";
import * as oidc from "../../src/node/credential-services/sso-oidc.js";
import * as sso from "../../src/node/credential-services/sso.js";
import * as sts from "../../src/node/credential-services/sts.js";

// The credential chain of the AWS SDK calls these clients instead of the SDK's clients, so they
// must send the same requests and read the same responses.

beforeEach(() => {
  vi.useFakeTimers({ now: new Date("2026-11-01T05:59:00Z"), toFake: ["Date"] });
});

afterEach(() => {
  vi.useRealTimers();
});

interface StubResponse {
  readonly statusCode?: number;
  readonly headers?: Record<string, string>;
  readonly body: string;
}

/** Creates a handler that records requests and returns the same response for each request. */
function stub({ statusCode = 200, headers = {}, body }: StubResponse) {
  const requests: HttpRequest[] = [];
  return {
    requests,
    metadata: { handlerProtocol: "http/1.1" },
    httpHandlerConfigs: () => ({}),
    updateHttpClientConfig: () => undefined,
    handle: async (request: HttpRequest) => {
      requests.push(request);
      return {
        response: new HttpResponse({ statusCode, headers, body: new TextEncoder().encode(body) }),
      };
    },
  };
}

interface Config {
  readonly region: string;
  readonly useFipsEndpoint?: boolean;
  readonly useDualstackEndpoint?: boolean;
  readonly requestHandler: ReturnType<typeof stub>;
}

/** A call of the chain, made with the SDK's client and with ours, and the service's response. */
interface Call {
  readonly aws: (config: Config) => Promise<unknown>;
  readonly ours: (config: Config) => Promise<unknown>;
  readonly response: StubResponse;
}

const source = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret", sessionToken: "session" };
const role = {
  RoleArn: "arn:aws:iam::111122223333:role/meter",
  RoleSessionName: "a session & more",
  ExternalId: "tökén",
  DurationSeconds: 3600,
  SerialNumber: "arn:aws:iam::111122223333:mfa/seller",
  TokenCode: "123456",
};
const webIdentity = {
  RoleArn: role.RoleArn,
  RoleSessionName: "session",
  WebIdentityToken: "ey.J/+=",
};
const granted = (operation: string): StubResponse => ({
  headers: { "content-type": "text/xml" },
  body: `<${operation}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${operation}Result>
    <AssumedRoleUser><AssumedRoleId>AROA:s</AssumedRoleId><Arn>arn:aws:sts::111122223333:assumed-role/meter/s</Arn></AssumedRoleUser>
    <Credentials><AccessKeyId>ASIA</AccessKeyId><SecretAccessKey>s3cret</SecretAccessKey><SessionToken>t0ken==</SessionToken><Expiration>2026-11-01T07:00:00Z</Expiration></Credentials>
  </${operation}Result></${operation}Response>`,
});

const portal = { accountId: "111122223333", roleName: "a role", accessToken: "to/ken=" };
const renewal = {
  clientId: "client",
  clientSecret: "s3cret",
  grantType: "refresh_token",
  refreshToken: "refresh",
};
const login = {
  tokenInput: { clientId: "client", grantType: "refresh_token", refreshToken: "refresh" },
};
const data = async (output: Promise<object>) => ({ ...(await output), $metadata: undefined });

const calls: Readonly<Record<string, Call>> = {
  "AssumeRole of STS": {
    aws: (config) => awsSts.getDefaultRoleAssumer(config)(source, role),
    ours: (config) => sts.getDefaultRoleAssumer(config)(source, role),
    response: granted("AssumeRole"),
  },
  "AssumeRoleWithWebIdentity of STS": {
    aws: (config) => awsSts.getDefaultRoleAssumerWithWebIdentity(config)(webIdentity),
    ours: (config) => sts.getDefaultRoleAssumerWithWebIdentity(config)(webIdentity),
    response: granted("AssumeRoleWithWebIdentity"),
  },
  "GetRoleCredentials of SSO": {
    aws: (config) =>
      data(new awsSso.SSOClient(config).send(new awsSso.GetRoleCredentialsCommand(portal))),
    ours: (config) =>
      data(new sso.SSOClient(config).send(new sso.GetRoleCredentialsCommand(portal))),
    response: {
      body: '{"roleCredentials":{"accessKeyId":"ASIA","secretAccessKey":"s","sessionToken":"t","expiration":1793516400000}}',
    },
  },
  "CreateToken of SSO OIDC": {
    aws: (config) =>
      data(new awsOidc.SSOOIDCClient(config).send(new awsOidc.CreateTokenCommand(renewal))),
    ours: (config) =>
      data(new oidc.SSOOIDCClient(config).send(new oidc.CreateTokenCommand(renewal))),
    response: { body: '{"accessToken":"a","expiresIn":28800,"refreshToken":"r"}' },
  },
  "CreateOAuth2Token of Signin": {
    aws: (config) =>
      data(new awsSignin.SigninClient(config).send(new awsSignin.CreateOAuth2TokenCommand(login))),
    ours: (config) =>
      data(new signin.SigninClient(config).send(new signin.CreateOAuth2TokenCommand(login))),
    response: {
      body: '{"accessToken":{"accessKeyId":"ASIA","secretAccessKey":"s","sessionToken":"t"},"expiresIn":900,"refreshToken":"r"}',
    },
  },
};

async function call(
  side: Call["aws"],
  response: StubResponse,
  options: Omit<Config, "requestHandler">,
) {
  const requestHandler = stub(response);
  const result = await side({ ...options, requestHandler }).catch((error: unknown) => error);
  return { result, requests: requestHandler.requests.map(comparable) };
}

/**
 * Returns the parts of a request to compare. Headers about the client and its attempts are omitted,
 * because they and the signatures over them differ.
 */
function comparable({ method, protocol, hostname, path, query, headers, body }: HttpRequest) {
  const ignored = /^(?:user-agent|x-amz-user-agent|amz-sdk-.*|authorization|content-length|host)$/;
  return {
    method,
    url: `${protocol}//${hostname}${path}`,
    query,
    headers: Object.fromEntries(
      Object.entries(headers)
        .map(([name, value]) => [name.toLowerCase(), value] as const)
        .filter(([name]) => !ignored.test(name))
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    ),
    signed: headers["authorization"]?.split("/").slice(1, 4),
    body: text(body),
  };
}

const text = (body: unknown): string | undefined =>
  body instanceof Uint8Array
    ? new TextDecoder().decode(body)
    : body === undefined
      ? ""
      : String(body);

describe.each(Object.entries(calls))("%s", (_, { aws, ours, response }) => {
  it("sends the same request and reads the same result as the AWS SDK", async () => {
    const expected = await call(aws, response, { region: "eu-central-1" });
    const actual = await call(ours, response, { region: "eu-central-1" });
    expect(expected.requests).toHaveLength(1);
    expect(actual.requests).toEqual(expected.requests);
    expect(actual.result).toEqual(expected.result);
  });

  it("uses the same endpoint as the AWS SDK in every partition", async () => {
    const regions = [
      "us-east-1",
      "eu-central-1",
      "cn-north-1",
      "us-gov-west-1",
      "us-gov-east-1",
      "us-iso-east-1",
      "us-isob-east-1",
      "eu-isoe-west-1",
      "us-isof-south-1",
      "eusc-de-east-1",
    ];
    const hosts = async (side: Call["aws"]) => {
      const found: Record<string, unknown> = {};
      for (const region of regions) {
        for (const useFipsEndpoint of [false, true]) {
          for (const useDualstackEndpoint of [false, true]) {
            const options = { region, useFipsEndpoint, useDualstackEndpoint };
            const { result, requests } = await call(side, response, options);
            const [sent] = requests;
            found[JSON.stringify(options)] = sent
              ? [sent.url, sent.signed]
              : result instanceof Error && result.message;
          }
        }
      }
      return found;
    };
    expect(await hosts(ours)).toEqual(await hosts(aws));
  });

  it("fails with the error code of the service", async () => {
    const xml = response.headers?.["content-type"] === "text/xml";
    const rejection: StubResponse = {
      statusCode: 403,
      headers: xml
        ? { "content-type": "text/xml" }
        : { "x-amzn-errortype": "AccessDeniedException" },
      body: xml
        ? "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDeniedException</Code><Message>No.</Message></Error></ErrorResponse>"
        : '{"message":"No.","error":"TOKEN_EXPIRED"}',
    };
    const shown = ({ result }: Awaited<ReturnType<typeof call>>) =>
      result instanceof Error && {
        name: result.name,
        message: result.message,
        error: Reflect.get(result, "error"),
      };
    const actual = shown(await call(ours, rejection, { region: "us-east-1" }));
    expect(actual).toMatchObject({ name: "AccessDeniedException", message: "No." });
    expect(actual).toEqual(shown(await call(aws, rejection, { region: "us-east-1" })));
  });
});

function raise(): never {
  throw new Error("The call is not defined.");
}

describe("a role assumer", () => {
  it("sends requests for the pseudo-region of STS to the global endpoint, signed for us-east-1", async () => {
    const { aws, ours, response } = calls["AssumeRole of STS"] ?? raise();
    const expected = await call(aws, response, { region: "aws-global" });
    const actual = await call(ours, response, { region: "aws-global" });
    expect(actual.requests).toMatchObject([
      { url: "https://sts.amazonaws.com/", signed: ["20261101", "us-east-1", "sts"] },
    ]);
    expect(actual.requests).toEqual(expected.requests);
  });

  it("rejects a response of STS without credentials", async () => {
    const requestHandler = stub({
      headers: { "content-type": "text/xml" },
      body: "<AssumeRoleResponse><AssumeRoleResult/></AssumeRoleResponse>",
    });
    await expect(
      sts.getDefaultRoleAssumer({ region: "us-east-1", requestHandler })(source, role),
    ).rejects.toThrow(`STS returned no credentials for the role ${role.RoleArn}.`);
  });

  it("retries if the identity provider cannot be reached", async () => {
    const requestHandler = stub({
      statusCode: 400,
      headers: { "content-type": "text/xml" },
      body: "<ErrorResponse><Error><Code>IDPCommunicationError</Code><Message>Later.</Message></Error></ErrorResponse>",
    });
    const assume = sts.getDefaultRoleAssumerWithWebIdentity({
      region: "us-east-1",
      requestHandler,
    });
    await expect(assume(webIdentity)).rejects.toMatchObject({
      name: "IDPCommunicationErrorException",
    });
    expect(requestHandler.requests).toHaveLength(3);
  });
});
