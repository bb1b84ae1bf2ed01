/*
 * What the pane knows of arguments, against how the functions read them.
 */
import { generateMetadata } from "../../scripts/metadata";
import { Problem } from "../../src/core/problem";
import * as definitions from "../../src/functions/definitions";

const { catalogue } = await generateMetadata("https://example.org");

test.each(["sv", "en"] as const)(
  "in %s exactly those arguments are TRUE or FALSE that take nothing else",
  (language) => {
    for (const { id, parameters } of catalogue[language].functions) {
      const { readers } = definitions[id as keyof typeof definitions];
      const takesTruthOnly = readers.map(([argument, reader]) => {
        try {
          reader(argument, [["x"]]);
          return false;
        } catch (problem) {
          return problem instanceof Problem && problem.code === "notLogical";
        }
      });
      expect(parameters.map(({ isLogical }) => isLogical === true)).toEqual(takesTruthOnly);
    }
  },
);
