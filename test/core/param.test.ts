import { param, publicNames, source, type ParamRequest } from "../../src/core/param";
import { parameters, type ParameterName } from "../../src/core/parameters/values";
import { datedValues, latest, valueIn } from "../../src/core/parameters/lookUp";
import { problemOf } from "./problems";

const one = (value: number) => [[value]];

describe("PARAM: a number of the law or the model, as it was in a year", () => {
  test.each<[string, ParamRequest, unknown]>([
    ["the state's share from the law's first year", { name: "stateShare", year: one(2004) }, 0.5],
    ["the region's share", { name: "regionShare", year: one(2021) }, 0.25],
    ["the municipalities' share", { name: "municipalShare", year: one(2021) }, 0.25],
    ["the base grant in kronor", { name: "baseGrant", year: one(2021) }, 400_000],
    ["in tkr", { name: "baseGrant", year: one(2021), unit: "tkr" }, 400],
    ["in mnkr", { name: "baseGrant", year: one(2021), unit: "mnkr" }, 0.4],
    ["need counts three quarters", { name: "needWeight", year: one(2016) }, 0.75],
    ["population counts one", { name: "populationWeight", year: one(2016) }, 0.25],
    ["a share has no unit", { name: "needWeight", year: one(2016), unit: "tkr" }, 0.75],
    ["the floor", { name: "maxDecrease", year: one(2020) }, 0.1],
    ["own capital", { name: "ownCapitalRate", year: one(2013) }, 0.2],
    ["its limit", { name: "ownCapitalLimit", year: one(2013), unit: "tkr" }, 7000],
    ["the appropriation of 2006", { name: "appropriation", year: one(2006), unit: "mnkr" }, 80],
    ["of 2012", { name: "appropriation", year: one(2012), unit: "mnkr" }, 280],
    ["of 2015", { name: "appropriation", year: one(2015), unit: "mnkr" }, 280],
    ["of 2016", { name: "appropriation", year: one(2016), unit: "mnkr" }, 339],
    ["of 2024", { name: "appropriation", year: one(2024), unit: "mnkr" }, 339],
    ["in force until further notice", { name: "baseGrant", year: one(2099), unit: "tkr" }, 400],
    ["a date in the year: 2015-12-31", { name: "appropriation", year: one(42_369), unit: "mnkr" }, 280],
    ["and the day after: 2016-01-01", { name: "appropriation", year: one(42_370), unit: "mnkr" }, 339],
    ["a date with a time of day", { name: "appropriation", year: one(42_369.99), unit: "mnkr" }, 280],
  ])("%s", (_, request, expected) => expect(param(request)).toEqual(one(expected as number)));

  test.each<[string, ParamRequest["name"], number]>([
    ["before the law", "stateShare", 2003],
    ["before the model", "baseGrant", 2015],
    ["after the floor was last stated", "maxDecrease", 2021],
    ["before the recommendation", "ownCapitalRate", 2012],
    ["an appropriation between known years", "appropriation", 2007],
    ["one before them", "appropriation", 2005],
    ["one after them", "appropriation", 2025],
    ["a date in such a year: 2025-01-01", "appropriation", 45_658],
    ["a year long ago", "appropriation", 1],
    ["the last year there is", "maxDecrease", 9999],
  ])("%s is no known value, and says which are", (_, name, year) => {
    for (const ask of [param, source]) {
      expect(ask({ name, year: one(year) })[0]![0]).toMatchObject({
        code: "noValueForYear",
        data: { argument: "year", name, known: datedValues(name) },
        isAbsence: true,
      });
    }
  });

  test.each([0, -1, 2021.5, 2_958_466, 1e300])("%d is no year", (year) => {
    expect(problemOf(() => param({ name: "stateShare", year: one(year) }))).toMatchObject({
      code: "notAYear",
      data: { got: year },
    });
  });
  test("9999-12-31 is a date", () => {
    expect(param({ name: "stateShare", year: one(2_958_465) })).toEqual(one(0.5));
  });
  test("9999 is a year and 10000 a date, in 1927", () => {
    expect(param({ name: "stateShare", year: one(9999) })).toEqual(one(0.5));
    expect(param({ name: "stateShare", year: one(10_000) })[0]![0]).toMatchObject({ data: { got: 1927 } });
  });

  test("in the shape of the years; an unknown year does not hide the others", () => {
    const answers = param({
      name: "appropriation",
      year: [
        [2006, 2010],
        [2012, 2016],
      ],
      unit: "mnkr",
    });
    expect(answers[0]![0]).toBe(80);
    expect(answers[0]![1]).toMatchObject({ code: "noValueForYear", data: { got: 2010, place: { row: 1, column: 2 } } });
    expect(answers[1]).toEqual([280, 339]);
  });
});

describe("SOURCE: where it is read", () => {
  test.each([
    ["stateShare", 2021, "5 § lagen (2003:1210) om finansiell samordning av rehabiliteringsinsatser, läst 2025-09-01"],
    [
      "maxDecrease",
      2016,
      "Försäkringskassans PM om statens fördelningsmodell, 2015-01-22; avsnitt 2.5, Översyn av samordningsförbunden i Jönköpings län, 2020",
    ],
    ["maxDecrease", 2018, "avsnitt 2.5, Översyn av samordningsförbunden i Jönköpings län, 2020"],
    ["appropriation", 2006, "2005/06:206, Svar i riksdagen"],
    ["appropriation", 2024, "2023/24:422, Svar i riksdagen, februari 2024; finsam.se"],
  ] as const)("%s %d", (name, year, citation) => expect(source({ name, year: one(year) })).toEqual([[citation]]));
});

describe("the parameters", () => {
  const all = Object.keys(parameters) as ParameterName[];
  test("PARAM knows all of them but those that functions and scenarios alone need", () => {
    expect(all.filter((name) => !(publicNames as readonly string[]).includes(name))).toEqual([
      "municipalShareWithoutRegion",
      "budgetMonth",
      "budgetDay",
      "annualReportMonths",
      "noticeYears",
    ]);
  });
  test.each(all)("%s: each value has a source, and its years follow those before", (name) => {
    let last = -Infinity;
    for (const { from, to = Infinity, sources } of datedValues(name)) {
      expect(from).toBeGreaterThan(last);
      expect(to).toBeGreaterThanOrEqual(from);
      expect(sources.length).toBeGreaterThan(0);
      last = to;
    }
  });
  test("where no year is given, the last known value is used", () => {
    expect(latest("maxDecrease")).toBe(0.1);
    expect(latest("appropriation")).toBe(339_000_000);
    expect(valueIn("municipalShareWithoutRegion", 2021)).toMatchObject({ value: 0.5, sources: [{ place: "5 a §" }] });
  });
});
