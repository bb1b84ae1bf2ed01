/*
 * The part of xlsx-populate that the tests use; it comes without types.
 */
declare module "xlsx-populate" {
  interface Cell {
    value(): unknown;
    value(value: string | number): Cell;
    formula(formula: string): Cell;
  }
  interface Sheet {
    name(): string;
    name(name: string): Sheet;
    cell(address: string): Cell;
    range(address: string): { merged(isMerged: boolean): unknown };
    row(number: number): { hidden(isHidden: boolean): unknown };
  }
  interface Workbook {
    sheet(which: number | string): Sheet;
    sheets(): Sheet[];
    addSheet(name: string): Sheet;
    definedName(name: string, refersTo: Cell): unknown;
    outputAsync(): Promise<Uint8Array>;
  }
  const XlsxPopulate: {
    fromBlankAsync(): Promise<Workbook>;
    fromDataAsync(data: Uint8Array): Promise<Workbook>;
  };
  export default XlsxPopulate;
}
