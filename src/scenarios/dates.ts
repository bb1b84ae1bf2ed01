/*
 * Dates as Excel holds them: a count of days, in which 1900-03-01 is the first that every calendar agrees on.
 */
const firstDay = Date.UTC(1899, 11, 30);
const dayLength = 86_400_000;

/** Months and days beyond their ends count on; NaN for what is no date at all. */
export function toSerial(year: number, month: number, day: number): number {
  return (Date.UTC(year, month - 1, day) - firstDay) / dayLength;
}

/** "2026-05-04" */
export function fromSerial(serial: number): string {
  return new Date(firstDay + serial * dayLength).toISOString().slice(0, 10);
}
