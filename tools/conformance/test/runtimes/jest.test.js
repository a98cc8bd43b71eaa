const client = require("@marketplace-metering/client");
const mock = require("@marketplace-metering/mock-server");
const calls = require("./calls.cjs");

describe("the client and the mock server in jest", () => {
  it("work with the default settings", async () => {
    expect(await calls(client, mock)).toEqual(calls.expected);
  });
});
