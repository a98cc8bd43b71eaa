import { describe, expect, it } from "vitest";
import { loadModel } from "../../src/load/load-model.js";
import { serializeAst } from "../../src/ast/serialize-ast.js";
import { serializeIdl } from "../../src/idl/serialize-idl.js";
import { diagnose, events } from "./events.js";

const model = (trait: string) => `
namespace ns
use tinsmith.client#batch
@batch(${trait})
operation Put {
  errors: [Wrong]
  input := { @required things: Things, names: Names, sparse: SparseThings }
  output := { results: Results, failures: Failures, left: Things, count: Integer }
}
structure Thing { id: String, size: Integer }
list Things { member: Thing }
@sparse list SparseThings { member: Thing }
list Names { member: String }
structure Result { id: String, thing: Thing, size: Integer, status: Status }
list Results { member: Result }
structure Failure { id: String, thing: Thing, code: String, text: String, fault: Boolean }
list Failures { member: Failure }
@error("client") structure Wrong {}
@error("client") structure Other {}
enum Status {
  DONE = "Done"
  KNOWN = "Known"
  BUSY = "Busy"
}`;

const found = (trait: string) =>
  diagnose(model(trait)).map(({ code, message }) => `${code}: ${message}`);

describe("the batch trait", () => {
  it.each([
    [
      "matching by id, with failures",
      'entries: "things", matching: { id: { member: "id" } }, results: "results", failures: "failures", outcome: { status: "code", message: "text", permanent: "fault", retry: ["anything"] }',
    ],
    [
      "matching by position",
      'entries: "things", maxEntries: 10, matching: { position: {} }, results: "results", outcome: { status: "status", accepted: ["Done"] }, entryErrors: [Wrong]',
    ],
    [
      "matching by echo",
      'entries: "things", maxBytes: 1000, matching: { echo: { member: "thing", by: ["id"] } }, results: "results", unprocessed: "left", outcome: { status: "status", accepted: ["Done"], duplicate: ["Known"], retry: ["Busy"] }',
    ],
    [
      "matching of unprocessed entries by echo",
      'entries: "things", matching: { echo: {} }, unprocessed: "left"',
    ],
  ])("allows %s", (_, trait) => {
    expect(events(model(trait))).toEqual([]);
  });

  it.each([
    [
      "entries that are not a member of the input",
      'entries: "thing", matching: { position: {} }, results: "results"',
      "property `entries` names a member `thing` that the input does not have. It has: [`names`, `sparse`, `things`]",
    ],
    [
      "entries that are not structures",
      'entries: "names", matching: { position: {} }, results: "results"',
      "property `entries` names the member `names`, which targets a list of string, but must target a list of structures that is not sparse",
    ],
    [
      "sparse entries",
      'entries: "sparse", matching: { position: {} }, results: "results"',
      "names the member `sparse`, which targets a list of structure, but must target a list of structures that is not sparse",
    ],
    [
      "missing results, failures and unprocessed entries",
      'entries: "things", matching: { position: {} }',
      "requires at least one of `results`, `failures` and `unprocessed`",
    ],
    [
      "results that are not a list",
      'entries: "things", matching: { position: {} }, results: "count"',
      "property `results` names the member `count`, which targets a integer",
    ],
    [
      "matching by position together with unprocessed entries",
      'entries: "things", matching: { position: {} }, results: "results", unprocessed: "left"',
      "can match by position only with `results` and without `failures` and `unprocessed`",
    ],
    [
      "unprocessed entries of a type other than that of the entries",
      'entries: "things", matching: { id: { member: "id" } }, unprocessed: "results"',
      "property `unprocessed` names the member `results`, which targets a list of `ns#Result`, but must target a list of `ns#Thing`",
    ],
    [
      "an id that is not a string",
      'entries: "things", matching: { id: { member: "size" } }, results: "results"',
      "property `matching.id.member` names the member `size`, which targets a integer, but must target a string",
    ],
    [
      "an echo without a member",
      'entries: "things", matching: { echo: {} }, results: "results"',
      "matches by echo and requires `member`",
    ],
    [
      "an echo of another type",
      'entries: "things", matching: { echo: { member: "id" } }, results: "results"',
      "property `matching.echo.member` names the member `id`, which targets a `smithy.api#String`, but must target `ns#Thing`, the entry",
    ],
    [
      "an echo with an unknown member to compare",
      'entries: "things", matching: { echo: { member: "thing", by: ["colour"] } }, results: "results"',
      "names a member `colour` that the structure of `entries` does not have",
    ],
    [
      "an unknown status member",
      'entries: "things", matching: { position: {} }, results: "results", outcome: { status: "state" }',
      "property `outcome.status` names a member `state` that the structure of `results` does not have",
    ],
    [
      "a status that is not a value of its enum",
      'entries: "things", matching: { position: {} }, results: "results", outcome: { status: "status", accepted: ["Fine"] }',
      "property `outcome.accepted` has `Fine`, which is not a value of the status. Its values are: [`Busy`, `Done`, `Known`]",
    ],
    [
      "errors of other operations",
      'entries: "things", matching: { position: {} }, results: "results", entryErrors: [Other]',
      "property `entryErrors` has `ns#Other`, which is not an error of the operation. Its errors are: [`ns#Wrong`]",
    ],
    [
      "a status in more than one list",
      'entries: "things", matching: { position: {} }, results: "results", outcome: { status: "status", accepted: ["Done"], retry: ["Done"] }',
      "has the status `Done` in more than one of its lists: [`accepted`, `retry`]",
    ],
  ])("rejects %s", (_, trait, message) => {
    const problems = found(trait);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("BatchTrait: ");
    expect(problems[0]).toContain(message);
  });

  it("is validated like other traits, including the constraints of its members", () => {
    const common = 'entries: "things", matching: { position: {} }, results: "results"';
    expect(events(model(`${common}, maxEntries: 0`))).toEqual([
      "ERROR TraitValue.Target.InvalidRange ns#Put",
    ]);
    expect(events(model(`${common}, name: "Put things"`))).toEqual(["ERROR TraitValue ns#Put"]);
  });

  it("is exported with its definition, because other tools do not define it", () => {
    const text = `$version: "2.0"\n${model('entries: "things", matching: { position: {} }, results: "results"')}`;
    const { model: loaded } = loadModel([{ path: "a.smithy", text }]);
    if (loaded === undefined) throw new Error("The model does not load.");
    const ast = serializeAst(loaded);
    expect(Object.keys(Object(ast["shapes"]))).toContain("tinsmith.client#batch");
    const again = loadModel([{ path: "a.json", text: JSON.stringify(ast) }]);
    expect(again.diagnostics).toEqual([]);
    expect(again.model && serializeAst(again.model)).toEqual(ast);
    expect([...serializeIdl(loaded).keys()]).toContain("tinsmith.client.smithy");
  });
});
