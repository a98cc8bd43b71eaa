import {
  formatIdl,
  loadModel,
  NeighborIndex,
  parseSelector,
  printJson,
  serializeAst,
  serializeIdl,
  validateModel,
} from "../src/index.js";
import { hasTrait, httpTrait, requiredTrait, trait } from "../src/traits/index.js";

const text = `$version: "2.0"
namespace example.weather

use aws.protocols#restJson1

/// Tells the weather.
@restJson1
service Weather { version: "1", operations: [GetForecast] }

@readonly
@http(method: "GET", uri: "/forecasts/{city}")
operation GetForecast {
    input := { @required @httpLabel city: String }
    output := { @required high: Integer, low: Integer }
}
`;

// Load. All problems are in the diagnostics.
const { model, diagnostics: loaded } = loadModel([{ path: "weather.smithy", text }]);
if (model === undefined) throw new Error("The sources contain no model.");
export const problems = validateModel(model, { loaded });

// Look up shapes by id and type, and traits with typed values.
const operation = model.expectShape("example.weather#GetForecast", "operation");
export const http = trait(operation, httpTrait);
const output = model.expectShape(operation.output, "structure");
export const required = [...output.members.values()]
  .filter((member) => hasTrait(member, requiredTrait))
  .map(({ name, target }) => `${name}: ${target}`);

// Select shapes.
const selector = parseSelector("operation [trait|readonly] -[input]-> structure > member");
export const inputs = selector.select(model).map(({ id }) => id);

// Find the neighbors of a shape, in both directions.
const index = NeighborIndex.of(model);
export const parts = index.forwardShapes(output).map(({ id }) => id);
export const users = index.backward(output, ["output"]).map(({ shape }) => shape.id);

// Write the JSON AST, or IDL files by name; both load as the same model.
export const ast = printJson(serializeAst(model));
export const idl = serializeIdl(model);

// Format a file.
export const formatted = formatIdl({ path: "weather.smithy", text }).text;
