/*
 * The numbers of the law and of the state's distribution model, each with the years it covers and where it is
 * read. They stand nowhere else in the code. A year that no source covers has no value: nothing is carried
 * forward in silence.
 */

export interface Source {
  readonly title: string;
  /** Paragraph, section or page. */
  readonly place?: string;
  /** The document's date, or the day a page was read. */
  readonly date?: string;
}

export interface DatedValue {
  readonly from: number;
  /** The last year; left out while the value is in force until further notice. */
  readonly to?: number;
  readonly value: number;
  readonly sources: readonly Source[];
}

export interface Parameter {
  /** A share is a number such as 0.5; an amount is in kronor; a month or a day is its number in the calendar. */
  readonly unit: "share" | "kr" | "years" | "months" | "month" | "day";
  /** In order of time. */
  readonly values: readonly DatedValue[];
}

const law = (place: string): Source => ({
  title: "lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser",
  place,
  date: "läst 2025-09-01",
});
const memo: Source = { title: "Försäkringskassans PM om statens fördelningsmodell", date: "2015-01-22" };
const unionsSite: Source = { title: "finsam.se" };
export const review = (place: string): Source => ({
  title: "Översyn av samordningsförbunden i Jönköpings län",
  place,
  date: "2020",
});
const council: Source = { title: "Nationella rådets rekommendation om eget kapital", date: "2013-10-02" };
const answer = (place: string, date?: string): Source => ({ title: "Svar i riksdagen", place, ...(date && { date }) });

const fromLaw = (value: number, place = "5 §", unit: Parameter["unit"] = "share"): Parameter => ({
  unit,
  values: [{ from: 2004, value, sources: [law(place)] }],
});
const fromModel = (unit: Parameter["unit"], value: number): Parameter => ({
  unit,
  values: [{ from: 2016, value, sources: [memo, unionsSite, review("avsnitt 2.5")] }],
});
const recommended = (unit: Parameter["unit"], value: number): Parameter => ({
  unit,
  values: [{ from: 2013, value, sources: [council, review("avsnitt 2.7")] }],
});

export const parameters = {
  stateShare: fromLaw(0.5),
  regionShare: fromLaw(0.25),
  municipalShare: fromLaw(0.25),
  /** A municipality outside any region, where no region takes part. */
  municipalShareWithoutRegion: fromLaw(0.5, "5 a §"),
  /** The board adopts the budget at the latest on this day of the year before. */
  budgetMonth: fromLaw(11, "23 §", "month"),
  budgetDay: fromLaw(30, "23 §", "day"),
  /** The annual report comes within as many months of the year's end. */
  annualReportMonths: fromLaw(3, "24 §", "months"),
  /** From a member's notice to its exit, unless the union's charter says less. */
  noticeYears: fromLaw(3, "27 §", "years"),
  baseGrant: fromModel("kr", 400_000),
  needWeight: fromModel("share", 0.75),
  populationWeight: fromModel("share", 0.25),
  maxDecrease: {
    unit: "share",
    values: [
      { from: 2016, to: 2017, value: 0.1, sources: [memo, review("avsnitt 2.5")] },
      // The memo decided it for two years; the review still describes it in 2020.
      { from: 2018, to: 2020, value: 0.1, sources: [review("avsnitt 2.5")] },
    ],
  },
  ownCapitalRate: recommended("share", 0.2),
  ownCapitalLimit: recommended("kr", 7_000_000),
  appropriation: {
    unit: "kr",
    values: [
      { from: 2006, to: 2006, value: 80_000_000, sources: [answer("2005/06:206")] },
      { from: 2012, to: 2015, value: 280_000_000, sources: [answer("2014/15:709")] },
      { from: 2016, to: 2024, value: 339_000_000, sources: [answer("2023/24:422", "februari 2024"), unionsSite] },
    ],
  },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof parameters;
