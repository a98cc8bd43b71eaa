/** A response of a service, as bytes on the wire. */
export interface ServiceResponse {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** A program for a client of AWS, and the responses that the program receives in order. */
export interface AwsProgram {
  /** The name of the program's file. */
  readonly name: string;
  readonly protocol: string;
  /** The package that the program imports. */
  readonly client: string;
  /** The file of the service's model in the corpora. */
  readonly model: string;
  readonly responses: readonly ServiceResponse[];
}

const json = (body: object, status = 200): ServiceResponse => ({
  status,
  headers: { "content-type": "application/x-amz-json-1.0" },
  body: JSON.stringify(body),
});

const xml = (body: string, more: Omit<ServiceResponse, "body"> = {}): ServiceResponse => ({
  ...more,
  headers: { "content-type": "application/xml", ...more.headers },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n${body}`,
});

const query = (action: string, result: string): ServiceResponse =>
  xml(
    `<${action}Response><${action}Result>${result}</${action}Result>` +
      "<ResponseMetadata><RequestId>r-1</RequestId></ResponseMetadata>" +
      `</${action}Response>`,
  );

const queryError = (code: string, message: string, status = 400): ServiceResponse =>
  xml(
    `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message>` +
      "</Error><RequestId>r-2</RequestId></ErrorResponse>",
    { status },
  );

const role = (name: string): ServiceResponse =>
  query(
    "AssumeRole",
    `<AssumedRoleUser><AssumedRoleId>id</AssumedRoleId><Arn>arn:${name}</Arn></AssumedRoleUser>` +
      `<Credentials><AccessKeyId>ASIA${name}</AccessKeyId><SecretAccessKey>s</SecretAccessKey>` +
      "<SessionToken>t+/=</SessionToken><Expiration>2030-11-01T05:00:00Z</Expiration></Credentials>",
  );

const objects: readonly ServiceResponse[] = [
  { headers: { etag: '"e1"', "x-amz-version-id": "v1" } },
  xml("<InitiateMultipartUploadResult><UploadId>u 1</UploadId></InitiateMultipartUploadResult>"),
  { headers: { etag: '"p1"' } },
  { headers: { etag: '"p2"' } },
  xml(
    "<CompleteMultipartUploadResult><Location>https://l/large</Location>" +
      "</CompleteMultipartUploadResult>",
  ),
  xml(
    "<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>n=</NextContinuationToken>" +
      "<Contents><Key>2026/a&amp;b</Key><LastModified>2026-11-01T05:00:00.000Z</LastModified>" +
      "<Size>12</Size></Contents></ListBucketResult>",
  ),
  xml(
    "<ListBucketResult><IsTruncated>false</IsTruncated><CommonPrefixes><Prefix>2026/x/</Prefix>" +
      "</CommonPrefixes><CommonPrefixes><Prefix>2026/y/</Prefix></CommonPrefixes></ListBucketResult>",
  ),
  {
    headers: { "content-length": "4", "x-amz-meta-owner": "ann", expires: "never" },
    body: "a,b\n",
  },
  xml(
    "<Error><Code>NoSuchKey</Code><Message>The key does not exist.</Message><Key>missing</Key>" +
      "<RequestId>r-3</RequestId></Error>",
    { status: 404, headers: { "x-amz-request-id": "r-3" } },
  ),
  { status: 404 },
  xml(
    "<DeleteResult><Deleted><Key>a</Key></Deleted><Error><Key>b&amp;c</Key><Code>AccessDenied</Code>" +
      "</Error></DeleteResult>",
  ),
];

const listed = (name: string, next: string | null): ServiceResponse =>
  json({
    Functions: [{ FunctionName: name, LastModified: "2026-11-01T05:00:00.000+0000" }],
    NextMarker: next,
  });

export const programs: readonly AwsProgram[] = [
  {
    name: "objects",
    protocol: "restXml",
    client: "@aws-sdk/client-s3",
    model: "s3-2006-03-01",
    responses: objects,
  },
  {
    name: "queue",
    protocol: "awsJson1_0",
    client: "@aws-sdk/client-sqs",
    model: "sqs-2012-11-05",
    responses: [
      json({ QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/jobs" }),
      json({
        MessageId: "m1",
        MD5OfMessageBody: "f97c5d29941bfb1b2fdab0874906ab82",
        MD5OfMessageAttributes: "",
      }),
      json({
        Messages: [
          {
            MessageId: "m1",
            ReceiptHandle: "h1",
            Body: "one",
            MD5OfBody: "f97c5d29941bfb1b2fdab0874906ab82",
            MessageAttributes: { kind: { DataType: "String", StringValue: "new" } },
          },
        ],
      }),
      json({ Successful: [{ Id: "0" }], Failed: [] }),
      json({}),
      {
        ...json({ __type: "com.amazonaws.sqs#QueueDoesNotExist", message: "It is gone." }, 400),
        headers: { "x-amzn-query-error": "AWS.SimpleQueueService.NonExistentQueue;Sender" },
      },
    ],
  },
  {
    name: "documents",
    protocol: "awsJson1_0",
    client: "@aws-sdk/client-dynamodb",
    model: "dynamodb-2012-08-10",
    responses: [
      json({}),
      json(
        {
          __type: "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException",
          message: "The conditional request failed",
          Item: { id: { S: "1" }, lines: { L: [] } },
        },
        400,
      ),
      json({
        Item: {
          id: { S: "1" },
          lines: { L: [{ M: { sku: { S: "a" }, count: { N: "2" } } }] },
          raw: { BS: ["AAE=", "/w=="] },
          none: { NULL: true },
        },
      }),
      json({ Items: [{ id: { S: "1" } }], Count: 1, ScannedCount: 1 }),
      json(
        {
          __type: "com.amazonaws.dynamodb.v20120810#TransactionCanceledException",
          Message: "Transaction cancelled",
          CancellationReasons: [{ Code: "ConditionalCheckFailed", Message: "no" }],
        },
        400,
      ),
    ],
  },
  {
    name: "records",
    protocol: "awsJson1_1",
    client: "@aws-sdk/client-kinesis",
    model: "kinesis-2013-12-02",
    responses: [
      json({
        FailedRecordCount: 1,
        Records: [
          { SequenceNumber: "1", ShardId: "shardId-0" },
          { ErrorCode: "InternalFailure", ErrorMessage: "again" },
        ],
      }),
      json({ ShardIterator: "i1" }),
      json({
        Records: [
          {
            Data: "Y2xpY2sgYQ==",
            PartitionKey: "a",
            SequenceNumber: "1",
            ApproximateArrivalTimestamp: 1793509200.25,
          },
        ],
        NextShardIterator: "i2",
        MillisBehindLatest: 5,
      }),
      json({ Records: [], MillisBehindLatest: 0 }),
      json({ __type: "ProvisionedThroughputExceededException", message: "Slow down." }, 400),
    ],
  },
  {
    name: "functions",
    protocol: "restJson1",
    client: "@aws-sdk/client-lambda",
    model: "lambda-2015-03-31",
    responses: [
      json(
        {
          FunctionArn: "arn:hello",
          State: "Pending",
          CodeSize: 4,
          Environment: { Variables: { MODE: "test" } },
        },
        201,
      ),
      { headers: { "x-amz-log-result": "bG9n" }, body: '{"greeting":"Hello, Ann"}' },
      {
        headers: { "x-amz-function-error": "Unhandled" },
        body: '{"errorMessage":"failed"}',
      },
      listed("hello", "m"),
      listed("other", null),
      {
        ...json({ Type: "User", Message: "Function not found: gone" }, 404),
        headers: { "x-amzn-errortype": "ResourceNotFoundException" },
      },
    ],
  },
  {
    name: "roles",
    protocol: "awsQuery",
    client: "@aws-sdk/client-sts",
    model: "sts-2011-06-15",
    responses: [
      role("first"),
      role("second"),
      query("GetCallerIdentity", "<Account>123456789012</Account><Arn>arn:second</Arn>"),
      queryError("MalformedPolicyDocument", "The policy is not JSON."),
    ],
  },
  {
    name: "topics",
    protocol: "awsQuery",
    client: "@aws-sdk/client-sns",
    model: "sns-2010-03-31",
    responses: [
      query("Publish", "<MessageId>m1</MessageId>"),
      query(
        "PublishBatch",
        "<Successful><member><Id>1</Id><MessageId>m2</MessageId></member></Successful>" +
          "<Failed><member><Id>2</Id><Code>InternalError</Code><SenderFault>false</SenderFault>" +
          "</member></Failed>",
      ),
      query(
        "ListSubscriptionsByTopic",
        "<Subscriptions><member><Protocol>email</Protocol><Endpoint>a@example.com</Endpoint>" +
          "</member></Subscriptions><NextToken>n</NextToken>",
      ),
      query("ListSubscriptionsByTopic", "<Subscriptions/>"),
      queryError("AuthorizationError", "Not allowed.", 403),
    ],
  },
];
