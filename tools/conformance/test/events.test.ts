import { describe, expect, it } from "vitest";
import { compareEvents } from "../src/events.js";

const event = { severity: "ERROR", shape: "a#B", message: "is wrong, quite", id: "Model.Sub" };

describe("compareEvents", () => {
  it("reports no difference if every event is listed", () => {
    expect(compareEvents("[ERROR] a#B: is wrong, quite | Model.Sub\n", [event])).toEqual([]);
  });

  it("accepts the beginning of a message and a dotted prefix of an id", () => {
    expect(compareEvents("[ERROR] a#B: is wrong | Model", [event])).toEqual([]);
  });

  it("rejects an id with the same beginning that is not a dotted prefix", () => {
    expect(compareEvents("[ERROR] a#B: is wrong | Mod", [event])).toHaveLength(2);
  });

  it("reports missing events", () => {
    expect(compareEvents("[ERROR] a#B: is wrong | Model", [])).toEqual([
      "missing [ERROR] a#B: is wrong | Model",
    ]);
  });

  it("reports unexpected events", () => {
    expect(compareEvents("", [event])).toEqual(["extra [ERROR] a#B: is wrong, quite | Model.Sub"]);
  });

  it("ignores unlisted suppressed and deprecation events", () => {
    const suppressed = { ...event, severity: "SUPPRESSED" };
    const deprecation = { ...event, id: "DeprecatedTrait" };
    expect(compareEvents("", [suppressed, deprecation])).toEqual([]);
  });

  it("reads messages of several lines, and skips dashes between events", () => {
    const long = { ...event, message: "changed from\n```\n[]\n```\nto `{}`" };
    const text = `[ERROR] a#B: ${long.message} | Model\n-----\n[ERROR] a#B: is wrong | Model\n`;
    expect(compareEvents(text, [event, long])).toEqual([]);
    expect(compareEvents(text, [event, { ...long, message: "changed from\n" }])).toHaveLength(2);
  });

  it("accepts one line for two equal events, because the test runner of the reference compares sets", () => {
    const line = "[ERROR] a#B: is wrong | Model";
    expect(compareEvents(line, [event, { ...event }])).toEqual([]);
    expect(compareEvents(`${line}\n${line}`, [event])).toHaveLength(1);
  });
});
