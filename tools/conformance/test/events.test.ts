import { describe, expect, it } from "vitest";
import { compareEvents } from "../src/events.js";

const event = { severity: "ERROR", shape: "a#B", message: "is wrong, quite", id: "Model.Sub" };

describe("comparing events with a list of them", () => {
  it("finds nothing where each event is listed", () => {
    expect(compareEvents("[ERROR] a#B: is wrong, quite | Model.Sub\n", [event])).toEqual([]);
  });

  it("takes the start of a message and the dotted start of an id", () => {
    expect(compareEvents("[ERROR] a#B: is wrong | Model", [event])).toEqual([]);
  });

  it("takes no other id that only starts alike", () => {
    expect(compareEvents("[ERROR] a#B: is wrong | Mod", [event])).toHaveLength(2);
  });

  it("names what is missing", () => {
    expect(compareEvents("[ERROR] a#B: is wrong | Model", [])).toEqual([
      "missing [ERROR] a#B: is wrong | Model",
    ]);
  });

  it("names what is extra", () => {
    expect(compareEvents("", [event])).toEqual(["extra [ERROR] a#B: is wrong, quite | Model.Sub"]);
  });

  it("lets pass what need not be listed: suppressed and deprecation events", () => {
    const suppressed = { ...event, severity: "SUPPRESSED" };
    const deprecation = { ...event, id: "DeprecatedTrait" };
    expect(compareEvents("", [suppressed, deprecation])).toEqual([]);
  });

  it("counts: two events need two lines", () => {
    expect(compareEvents("[ERROR] a#B: is wrong | Model", [event, { ...event }])).toHaveLength(1);
  });
});
