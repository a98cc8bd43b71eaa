import type { MemberPlan, OperationData, OperationPlan, ServicePlan } from "@tinsmith/service";
import { code, declare, join, symbol } from "../../code/code.js";
import type { Code, CodeSymbol, Hole } from "../../code/code.js";
import { doc } from "../../code/doc.js";
import { literal, propertyKey } from "../../code/literal.js";
import type { ClientPackages } from "./client-packages.js";
import { inputTypes } from "./emit-inputs.js";
import { serviceInputs, serviceOutputs } from "./local-symbols.js";
import { runtimePart, smithyType } from "./runtime-symbols.js";

/** Inputs and outputs of all commands, and their unions. */
export function emitCommandTypes(plan: ServicePlan, packages: ClientPackages): Code {
  const inputs = plan.operations.map(({ names }) => names.commandInput);
  const outputs = plan.operations.map(({ names }) => names.commandOutput);
  const types: DataTypes = {
    input: inputTypes(plan, packages),
    output: (name) => symbol(name, packages.types, { typeOnly: true }),
  };
  return code`
    ${plan.operations.map((operation) => emitTypes(operation, plan, types))}

    ${doc(undefined, { notes: ["The inputs of the commands of the service."] })}
    export type ${declare(serviceInputs.name)} = ${union(inputs)};

    ${doc(undefined, { notes: ["The outputs of the commands of the service."] })}
    export type ${declare(serviceOutputs.name)} = ${union(outputs)};
  `;
}

/** The types of structures in inputs and in outputs, by name. */
type DataTypes = Readonly<Record<"input" | "output", (typeName: string) => CodeSymbol>>;

function emitTypes(operation: OperationPlan, plan: ServicePlan, types: DataTypes): Code {
  const { names, input, output } = operation;
  const takes = input.kind === "structure" && types.input(input.typeName);
  const gives = output.kind === "structure" && types.output(output.typeName);
  const request = payloadMember(plan, input, operation.inputPayload);
  const response = payloadMember(plan, output, operation.outputPayload);
  return code`
    ${
      request &&
      takes &&
      emitPayloadType(names.payloadInput, {
        note: `The input of \`${names.command}\`; its body also accepts text.`,
        data: takes,
        member: request,
        type: smithyType("BlobPayloadInputTypes"),
        orUndefined: plan.isAws,
      })
    }
    ${doc(undefined, { notes: [`The input of \`${names.command}\`.`] })}
    export interface ${declare(names.commandInput)} ${takes && code`extends ${request ? names.payloadInput : takes}`} {}

    ${
      response &&
      gives &&
      emitPayloadType(names.payloadOutput, {
        note: `The output of \`${names.command}\` without metadata; its body can be read as text.`,
        data: gives,
        member: response,
        type: blobAdapter,
        orUndefined: false,
      })
    }
    ${doc(undefined, { notes: [`The output of \`${names.command}\`.`] })}
    export interface ${declare(names.commandOutput)} extends ${join([response ? names.payloadOutput : gives, smithyType("MetadataBearer")], ", ")} {
      ${Object.entries(operation.headerTexts ?? {}).map(
        ([header, member]) => code`
          ${doc(undefined, { notes: [`The header \`${header}\` as text, also if it is not a date.`] })}
          ${propertyKey(member)}?: string | undefined;
        `,
      )}
    }

  `;
}

const blobAdapter = symbol("Uint8ArrayBlobAdapter", runtimePart("streaming-blobs"), {
  typeOnly: true,
});

function payloadMember(
  plan: ServicePlan,
  data: OperationData,
  name: string | undefined,
): MemberPlan | undefined {
  const shape = data.kind === "unit" ? undefined : plan.shapesById.get(data.id);
  if (shape?.kind !== "structure") return undefined;
  return shape.members.find((member) => member.name === name);
}

interface PayloadType {
  readonly note: string;
  readonly data: Hole;
  readonly member: MemberPlan;
  readonly type: CodeSymbol;
  /** True if a required member accepts `undefined` too. */
  readonly orUndefined: boolean;
}

/** Emits the type of an input or output that differs from its structure in the body. */
function emitPayloadType(
  name: string,
  { note, data, member, type, orUndefined }: PayloadType,
): Code {
  const value = member.required && !orUndefined ? type : code`${type} | undefined`;
  const property = code`${propertyKey(member.name)}${member.required ? code`` : code`?`}: ${value}`;
  return code`
    ${doc(undefined, { notes: [note] })}
    export type ${declare(name)} = Omit<${data}, ${literal(member.name)}> & { ${property} };

  `;
}

function union(types: readonly Hole[]): Hole {
  return types.length > 0 ? join(types, " | ") : "never";
}
