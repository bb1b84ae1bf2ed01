/**
 * @jest-environment jsdom
 *
 * Work that follows the selection: one at a time, and on after whatever goes wrong.
 */
import { Following } from "../../src/taskpane/explain/following";
import { workbookThat } from "../workbook/answering";

const later = () => new Promise((resolve) => setTimeout(resolve, 60));

test("a defect while one cell is shown keeps no other from being shown", async () => {
  const shown: number[] = [];
  let asked = 0;
  const following = new Following<number>({
    findWorkbook: () => Promise.resolve(workbookThat({ onSelectionChange: () => () => undefined })),
    work: () => Promise.resolve((asked += 1)),
    found: (number) => {
      if (number === 2) throw new Error("a defect");
      shown.push(number);
    },
  });
  await following.follow(true);
  await later();
  await expect(following.ask()).rejects.toThrow("a defect");
  await following.ask();
  expect(shown).toEqual([1, 3]);
});
