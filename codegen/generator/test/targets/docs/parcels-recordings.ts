import type { Recording } from "@tinsmith/service";

const headers = [
  ["content-type", "application/x-amz-json-1.1"],
  ["x-amz-target", "Parcels.SendParcel"],
  ["host", "127.0.0.1:8080"],
  [
    "authorization",
    "AWS4-HMAC-SHA256 Credential=test/20261101/eu-west-1/parcels/aws4_request, Signature=0a",
  ],
] as const;
const responseHeaders = [["content-type", "application/x-amz-json-1.1"]] as const;

/** Recordings of the examples in the parcels model, with short messages. */
export const parcelsRecordings: readonly Recording[] = [
  {
    operation: "SendParcel",
    title: "Send",
    input: {
      SentAt: "2026-11-01T05:00:00Z",
      Name: "it's",
      Express: true,
      Lines: [{ Kind: "A" }],
    },
    request: {
      method: "POST",
      target: "/",
      headers,
      body: { kind: "text", text: `{"Name":"it's","Express":true}` },
    },
    response: {
      status: 200,
      headers: responseHeaders,
      body: { kind: "text", text: '{"Id":"1"}' },
    },
    output: { Id: "1", ArrivesAt: "2026-11-02T00:00:00.500Z" },
  },
  {
    operation: "SendParcel",
    title: "Refuse",
    input: { Name: "file:///secret" },
    request: {
      method: "POST",
      target: "/",
      headers,
      body: { kind: "text", text: '{"Name":"file:///secret"}' },
    },
    response: {
      status: 409,
      headers: responseHeaders,
      body: { kind: "text", text: '{"__type":"Refused","message":"no"}' },
    },
    error: { name: "Refused", message: "no", data: { message: "no" } },
  },
];
