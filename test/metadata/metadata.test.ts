/*
 * The metadata as Excel downloads it. Names, ids and argument order are stored in people's workbooks, so the
 * whole is held by golden files; a change in them is a decision. To take it: UPDATE_GOLDEN=1 npm test -- unit
 * test/metadata, and say why in the commit.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dist } from "../built/dist";

interface Metadata {
  allowErrorForDataTypeAny: boolean;
  allowCustomDataForDataTypeAny: boolean;
  functions: {
    id: string;
    name: string;
    parameters: { name: string; type: string; dimensionality?: string; optional?: boolean; customEnumId?: string }[];
    result: object;
  }[];
  enums: { id: string; values: { name: string; stringValue: string }[] }[];
}

const read = (name: string) => readFileSync(path.join(dist, name), "utf8");
const [english, swedish] = ["functions.json", "functions-sv.json"].map((name) => JSON.parse(read(name)) as Metadata);

test.each(["functions", "functions-sv"])("%s.json is as decided", (name) => {
  const golden = path.join(import.meta.dirname, `${name}.golden.json`);
  const built = `${read(`${name}.json`)}\n`;
  if (process.env["UPDATE_GOLDEN"]) writeFileSync(golden, built);
  expect(built).toBe(readFileSync(golden, "utf8"));
});

test("both languages have the same ids, names, argument order, kinds and stored values", () => {
  const promised = ({ functions, enums }: Metadata) => ({
    functions: functions.map(({ id, name, parameters, result }) => ({
      id,
      name,
      result,
      parameters: parameters.map(({ type, dimensionality, optional, customEnumId }) => [
        type,
        dimensionality,
        optional,
        customEnumId,
      ]),
    })),
    enums: enums.map(({ id, values }) => [id, ...values.map(({ stringValue }) => stringValue)]),
  });
  expect(promised(swedish!)).toEqual(promised(english!));
});

test.each([
  ["English", english!],
  ["Swedish", swedish!],
])("%s: every argument is a grid of anything, or a choice; errors and formatted numbers reach us", (_, metadata) => {
  expect(metadata.allowErrorForDataTypeAny).toBe(true);
  expect(metadata.allowCustomDataForDataTypeAny).toBe(true);
  const choices = metadata.enums.map(({ id }) => id);
  for (const { id, name, parameters, result } of metadata.functions) {
    expect(name).toBe(id);
    expect(id).toMatch(/^[A-Z][A-Z0-9]{2,}$/);
    expect(result).toEqual({ dimensionality: "matrix" });
    for (const { type, dimensionality, customEnumId } of parameters) {
      if (customEnumId === undefined) expect([type, dimensionality]).toEqual(["any", "matrix"]);
      else expect([type, choices]).toEqual(["string", expect.arrayContaining([customEnumId])]);
    }
    // Excel takes no argument that must be given after one that may be left out.
    const optional = parameters.map((parameter) => parameter.optional === true);
    expect(optional).toEqual([...optional].sort());
  }
});
