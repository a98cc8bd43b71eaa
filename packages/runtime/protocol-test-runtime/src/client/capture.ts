import type { HttpRequest, HttpResponse } from "@smithy/types";

/** Returns the first request of a call. No response is sent. */
export async function capture<Config>(
  call: (config: Config) => Promise<unknown>,
  configOf: (handle: (request: HttpRequest) => HttpResponse) => Config,
): Promise<HttpRequest> {
  let request: HttpRequest | undefined;
  const config = configOf((sent) => {
    request = sent;
    throw new Error("The request was captured instead of sent.");
  });
  try {
    await call(config);
  } catch (error) {
    if (request === undefined) throw error;
  }
  if (request === undefined) throw new Error("The call sent no request.");
  return request;
}
