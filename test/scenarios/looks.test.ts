/*
 * How a sheet's cells look, where that is not plain from what they are.
 */
import { scenarioOf } from "../../src/scenarios/all";
import { layOut } from "../../src/scenarios/layout";
import { looks, paint } from "../../src/scenarios/looks";

/** The look of a named cell as a scenario opens. */
function lookOf(scenario: string, name: string) {
  const sheet = layOut(scenarioOf(scenario).plan("sv"));
  const { top, left } = sheet.names.get(name)!;
  return looks[
    paint(sheet)
      .filter(({ zone }) => zone.top === top && zone.left === left)
      .at(-1)!.look
  ];
}

test.each([
  ["a figure stands to the right", "alternatives", "gain", "right"],
  ["so does a word among figures", "alternatives", "makesUp", "right"],
  ["a name, which may be longer than its column, stands to the left", "ceiling", "binding", undefined],
  ["and so does a step of the year", "calendar", "nextStep", undefined],
])("%s: %s, %s", (_, scenario, name, align) => {
  expect(lookOf(scenario, name)).toMatchObject({ bold: true });
  expect(lookOf(scenario, name).align).toBe(align);
});
