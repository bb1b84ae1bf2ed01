/*
 * What is read of a formula with functions of ours, and how one that Excel has lost is entered again.
 */
import fc from "fast-check";
import { asTyped, readOwnFormula } from "../../src/actions/ownFormula";

const none = { functions: [], unknown: [], isLost: false, isCutOff: false, references: [] };

test.each([
  ["a call", "=FINSAM.SPLIT(B3:G3,$C$14:$C$17,1)", { functions: ["SPLIT"], references: ["B3:G3", "$C$14:$C$17"] }],
  ["a call within another", '=SUM(FINSAM.TOTAL(A1,"state"))', { functions: ["TOTAL"], references: ["A1"] }],
  ["one as it is stored", "=_xldudf_FINSAM_SPLIT(Indata!B4)", { functions: ["SPLIT"], isLost: true, references: ["Indata!B4"] }], // prettier-ignore
  ["one of another add-in, says Excel", "='C:\\a b\\X.xla'!_xldudf_FINSAM_MERGE(A1)", { functions: ["MERGE"], isLost: true, references: ["A1"] }], // prettier-ignore
  ["a name that is no function", "=FINSAM.SPLT(1)", { unknown: ["FINSAM.SPLT"] }],
  ["a deleted argument", "=FINSAM.SPLIT(#REF!,,1)", { functions: ["SPLIT"], isCutOff: true }],
])("of %s", (_, formula, expected) => {
  expect(readOwnFormula(formula)).toEqual({ ...none, ...expected });
});

test.each([
  ["a formula without one", "=SUM(A1:A3)"],
  ["a text that names one", '="FINSAM.SPLIT(1)"'],
  ["a sheet that is called so", "='FINSAM.SPLIT'!A1"],
  ["a name that begins so", "=FINSAM_control"],
])("of %s nothing", (_, formula) => {
  expect(readOwnFormula(formula)).toBeUndefined();
});

test.each([
  ["=_xldudf_FINSAM_SPLIT(7348,,1)", "=FINSAM.SPLIT(7348,,1)"],
  ["=_xldudf_finsam_split(7348)", "=FINSAM.SPLIT(7348)"],
  ["=_xlfn._xldudf_FINSAM_SPLIT(7348)", "=FINSAM.SPLIT(7348)"],
  ["=[2]!_xldudf_FINSAM_SPLIT(7348)", "=FINSAM.SPLIT(7348)"],
  ["=BloombergUI.xla!_xldudf_FINSAM_SPLIT(7348)", "=FINSAM.SPLIT(7348)"],
  ["=@'C:/Users/x y/VB ADDIN.xla'!_xldudf_FINSAM_SPLIT(7348)", "=FINSAM.SPLIT(7348)"],
  ["=@_xldudf_FINSAM_SPLIT(7348)", "=@FINSAM.SPLIT(7348)"],
  ["=IFNA(_xldudf_FINSAM_YEARSTOCAP(A1,B1,'It''s'!C1),\"_xldudf_FINSAM_X(\")", "=IFNA(FINSAM.YEARSTOCAP(A1,B1,'It''s'!C1),\"_xldudf_FINSAM_X(\")"], // prettier-ignore
  ["=_xldudf_FINSAM_TOTAL(_xldudf_FINSAM_MERGE(A1:A3, 400),\n\"state\")", "=FINSAM.TOTAL(FINSAM.MERGE(A1:A3, 400),\n\"state\")"], // prettier-ignore
  ["=_xldudf_OTHER_SPLIT(7348)", "=_xldudf_OTHER_SPLIT(7348)"],
  ["=FINSAM.SPLIT(A1#,{1;2})", "=FINSAM.SPLIT(A1#,{1;2})"],
])("%s is entered again as %s", (lost, typed) => {
  expect(asTyped(lost)).toBe(typed);
});

test("what has nothing lost in it is entered again letter by letter", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(asTyped(`=${text}`)).toBe(`=${text}`);
    }),
  );
});
