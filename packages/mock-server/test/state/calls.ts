/** Calls a mock server over HTTP without a client. */
export async function call(url: string, operation: string, input: object): Promise<unknown> {
  const response = await fetch(url, {
    method: "POST",
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amz-target": `AWSMPMeteringService.${operation}`,
    },
    body: JSON.stringify(input),
  });
  return response.json();
}

export const product = "4rjezcm9xqk27tdplw0sv1gnb";
export const account = "111122223333";

/**
 * The dimensions of the product in the seed. Each record uses a different dimension, so that no two
 * records are equal.
 */
export const dimensions = Array.from({ length: 5000 }, (_, index) => `dimension-${index}`);

export const seed = {
  products: [{ code: product, dimensions }],
  customers: [{ account }],
  agreements: [{ customer: account, product }],
  tokens: [{ token: "registration", customer: account, product }],
};

/**
 * Returns records of consecutive dimensions, starting at the index `first`. The quantity of a
 * record is the index of its dimension.
 */
export const batch = (first: number, size: number, timestamp: number) => ({
  ProductCode: product,
  UsageRecords: Array.from({ length: size }, (_, offset) => ({
    Timestamp: timestamp,
    CustomerAWSAccountId: account,
    Dimension: `dimension-${first + offset}`,
    Quantity: first + offset,
  })),
});

/** Returns the record ids in the response to a batch, by dimension. */
export function acknowledged(answer: unknown): Map<string, string> {
  const ids = new Map<string, string>();
  const results: unknown = typeof answer === "object" && answer && Reflect.get(answer, "Results");
  for (const result of Array.isArray(results) ? results : []) {
    if (result.Status === "Success") ids.set(result.UsageRecord.Dimension, result.MeteringRecordId);
  }
  return ids;
}
