/*
 * Cells gathered into rectangles, names that are free, and texts that stay texts.
 */
import fc from "fast-check";
import { placesIn, toRectangles } from "../../src/workbook/blocks";
import { freeName, freeSheetName } from "../../src/workbook/freeName";
import { toTypedText } from "../../src/workbook/typedText";

test("a block of cells is one rectangle, whatever their order", () => {
  const block = placesIn({ top: 2, left: 1, bottom: 5, right: 3 });
  expect(toRectangles([...block].reverse())).toEqual([{ top: 2, left: 1, bottom: 5, right: 3 }]);
});

test("rectangles cover every cell once and no other", () => {
  const place = fc.record({ row: fc.nat(8), column: fc.nat(8) });
  fc.assert(
    fc.property(fc.uniqueArray(place, { selector: ({ row, column }) => `${row}/${column}` }), (places) => {
      const key = ({ row, column }: { row: number; column: number }) => `${row}/${column}`;
      expect(toRectangles(places).flatMap(placesIn).map(key).sort()).toEqual(places.map(key).sort());
    }),
  );
});

test("a free name is none of those taken, and short enough", () => {
  const names = fc.array(fc.string({ minLength: 1, maxLength: 31 }), { maxLength: 6 });
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 31 }), names, (wished, others) => {
      const taken = [...others, wished];
      const free = freeSheetName(wished, taken);
      expect(free.length).toBeLessThanOrEqual(31);
      expect(taken.map((name) => name.toLowerCase())).not.toContain(free.toLowerCase());
      expect(freeName("FINSAM_x", [])).toBe("FINSAM_x");
    }),
  );
});

test.each(["Staten", "Region Jönköpings län", "Nyckel: invånare"])("%s is written as it stands", (text) => {
  expect(toTypedText(text)).toBe(text);
});

test.each(["=A1", "+1", "-", "@x", "1/2", "2021-04-09", "mars 2021", "(5)", "SANT", "true", "'x", "10 %"])(
  "%s is kept a text by an apostrophe",
  (text) => expect(toTypedText(text)).toBe(`'${text}`),
);
