/*
 * Drafts: what is typed over a scenario's figures, as a form shows it and as the sheet gets it.
 */
import { scenarios } from "../../src/scenarios/all";
import {
  addMember,
  draftPlan,
  draftSheet,
  inLanguage,
  openDraft,
  removeMember,
  renameMember,
  valueOf,
  withChoices,
  withMembers,
  withValue,
  type Draft,
} from "../../src/scenarios/draft";
import { draftFields } from "../../src/scenarios/draftFields";
import { draftFigures } from "../../src/scenarios/draftFigures";
import { evaluate } from "./sheet";

const languages = ["sv", "en"] as const;
const all = scenarios.flatMap(({ id }) => languages.map((language) => [id, language] as const));
const rowsOf = (draft: Draft) => draftFields(draft).flatMap(({ rows }) => rows);
const fieldsOf = (draft: Draft) => rowsOf(draft).flatMap(({ fields }) => fields);
const keysOf = (draft: Draft) => fieldsOf(draft).map(({ key }) => key);
const figure = (draft: Draft, label: string) => draftFigures(draft).figures.find((each) => each.label === label)?.value;

describe.each(all)("%s in %s", (id, language) => {
  const draft = openDraft(id, language);

  test("has a field for each input cell of its sheet, each with a key of its own and words to find it by", () => {
    const inputs = draft.opened.sheet.cells.filter(({ role }) => role === "input");
    expect(fieldsOf(draft).map(({ value }) => value)).toEqual(inputs.map(({ content }) => content));
    expect(new Set(keysOf(draft)).size).toBe(inputs.length);
    for (const { label, unit, fields } of rowsOf(draft)) {
      for (const field of fields) {
        expect(`${label}${field.label}`).not.toBe("");
        if (field.kind !== "text") expect(field.unit || unit).not.toBe("");
      }
    }
    expect(keysOf(draft).filter((key) => !/^[a-z]\w*(@\d+)?(\.\d+)?$/i.test(key))).toEqual([]);
  });

  test("opens without problems, with three to six main figures, a chart, and a control that reads 0", () => {
    const { figures, chart, control, problems } = draftFigures(draft);
    expect(problems).toEqual([]);
    expect(control).toBe(0);
    expect(figures.length).toBeGreaterThanOrEqual(3);
    expect(figures.length).toBeLessThanOrEqual(6);
    for (const each of figures) expect(each.value).not.toBeUndefined();
    expect(new Set(figures.map((each) => each.label)).size).toBe(figures.length);
    for (const { values } of chart!.series) expect(values.length).toBe(chart!.categories.length);
  });

  test("may be left blank where its sheet knows a blank from 0, and nowhere else", () => {
    const inputs = [...draft.opened.byKey.values()];
    expect(inputs.filter(({ cell }) => cell.content === undefined && !cell.optional).map(({ key }) => key)).toEqual([]);
    for (const { key, cell } of inputs) {
      if (cell.format === "text") continue;
      const { problems, control } = draftFigures(withValue(draft, key, undefined));
      if (cell.optional) expect([key, problems, control]).toEqual([key, [], 0]);
      else expect(problems.map((problem) => problem.key)).toEqual([key]);
    }
  });

  test("counts the checks that fail, whatever stands in an input", () => {
    for (const key of draft.opened.byKey.keys()) {
      for (const typed of ["mycket", undefined, -1e6]) {
        const { control } = draftFigures(withValue(draft, key, typed));
        expect([key, typed, Number.isInteger(control)]).toEqual([key, typed, true]);
      }
    }
  });

  test("becomes the sheet that the scenario is, when nothing has been typed", () => {
    expect(draftSheet(draft)).toEqual(draft.opened.sheet);
  });
});

describe("a value that is typed", () => {
  const opened = openDraft("escalation", "sv");

  test("changes the main figures and the chart at once, and leaves the draft before it as it was", () => {
    const draft = withValue(opened, "rate", 0.2);
    expect(figure(opened, "Maxbeloppet nås år")).toBe(2026);
    expect(figure(draft, "Maxbeloppet nås år")).toBe(2024);
    expect(draftFigures(draft).chart!.series[0]!.values).toEqual([3674, 4409, 5291, 5551, 5551, 5551]);
  });

  test("is the user's own figure, in the form and on the sheet, until it is what it was", () => {
    const source = (draft: Draft) => rowsOf(draft).find(({ fields }) => fields[0]!.key === "rate")!.source;
    const draft = withValue(opened, "rate", 0.2);
    const { cells } = draftSheet(draft);
    const { row } = cells.find(({ name }) => name === "rate")!;
    expect(cells.filter((cell) => cell.row === row).map(({ content }) => content)).toEqual([
      "Årlig ökning",
      "%",
      0.2,
      "Egen uppgift",
    ]);
    expect(source(draft)).toBe("Egen uppgift");
    expect(source(withValue(draft, "rate", 0.1))).toBe(source(opened));
  });

  test("hands a citation that was said for several rows to the next of them", () => {
    const sources = (draft: Draft) =>
      draftFields(draft)
        .find(({ id }) => id === "key")!
        .rows.map(({ source }) => source);
    const [citation] = sources(opened);
    expect(citation).toContain("2015-12-31");
    expect(sources(withValue(opened, "key@1", 140000))).toEqual(["Egen uppgift", citation, "", ""]);
    expect(sources(withValue(opened, "key@3", 7200))).toEqual([citation, "", "Egen uppgift", ""]);
  });

  test("stays when the language changes", () => {
    const draft = inLanguage(withValue(opened, "rate", 0.2), "en");
    expect(figure(draft, "The maximum is reached in")).toBe(2024);
    expect(draftFields(draft)[0]!.heading).toBe("Inputs");
  });

  test.each([
    ["en", "3,5", "sv", 3.5],
    ["sv", "3.5", "en", 3.5],
  ] as const)("is read again: what was no number in %s, %s, is one in %s", (from, text, to, value) => {
    const typed = withValue(openDraft("escalation", from), "stateStart", text);
    expect(draftFigures(typed).problems).toHaveLength(1);
    const read = inLanguage(typed, to);
    expect(valueOf(read, "stateStart")).toBe(value);
    expect(draftFigures(read).problems).toEqual([]);
  });

  test("is read again where the sheet no longer reaches, too", () => {
    const longer = withChoices(openDraft("multi-year", "en"), { years: 9 });
    const shorter = withChoices(withValue(longer, "rate1.9", "3,5"), { years: 3 });
    expect(valueOf(withChoices(inLanguage(shorter, "sv"), { years: 9 }), "rate1.9")).toBe(0.035);
  });

  test("is kept in another language where it is a name, or no number there either, and said so in that", () => {
    const name = withValue(openDraft("level-increase", "sv"), "municipality@1", "Other municipalities");
    expect(valueOf(inLanguage(inLanguage(name, "en"), "sv"), "municipality@1")).toBe("Other municipalities");
    const wrong = inLanguage(withValue(openDraft("escalation", "sv"), "stateStart", "36 74"), "en");
    expect(draftFigures(wrong).problems).toEqual([
      {
        key: "stateStart",
        message:
          'State\'s contribution then: expected a number, got the text "36 74". Write thousands as 3,674, 3\u00a0674 or 3674, and decimals with a point.',
      },
    ]);
  });

  test("that is no number is said so of its field, and nothing else is said", () => {
    const { problems, figures } = draftFigures(withValue(opened, "rate", "mycket"));
    expect(problems).toEqual([{ key: "rate", message: "Årlig ökning: ska vara ett tal, men är texten ”mycket”." }]);
    expect(figures[0]!.value).toBeUndefined();
  });

  test.each([
    ["rate", -1, "Årlig ökning: ska vara mer än −100 %, men är −100 %."],
    ["startYear", 21, "Startår: ska vara ett år, till exempel 2021, eller ett datum, men är 21."],
    ["stateMaximum", undefined, "Statens maxbelopp: är tomt och räknas som 0. Fyll i ett tal."],
    ["key@2", "x", "Habo: ska vara ett tal, men är texten ”x”."],
    ["key@2", "11.314", "Habo: ska vara ett tal, men är texten ”11.314”. Decimaler skrivs med komma."],
    [
      "key@2",
      "113 14",
      "Habo: ska vara ett tal, men är texten ”113 14”. Skriv tusental som 3\u00a0674 eller 3674, och decimaler med komma.",
    ],
  ])("in %s as %p has a sentence", (key, value, message) => {
    expect(draftFigures(withValue(opened, key, value)).problems).toEqual([{ key, message }]);
  });

  test.each([
    ["stateMaximum", -5, "Statens maxbelopp: ska vara över 0, men är −5."],
    ["stateStart", -5, "Statens bidrag startåret: ska vara över 0, men är −5."],
    ["unit", -1, "Avrundas till: ska vara 0 eller mer, men är −1."],
  ])(
    "in %s as %p is refused by a function in the words of the form, and no figure that depends on it is shown",
    (key, value, message) => {
      const { problems, figures } = draftFigures(withValue(opened, key, value));
      expect(problems).toEqual([{ key, message }]);
      expect(figures.find(({ label }) => label.startsWith("Budget det sista året"))!.value).toBeUndefined();
    },
  );

  test.each([
    ["change-union", "appropriationOwn", "Anslag till alla förbund, Eget värde, om året saknar källa"],
    ["distribution", "toShare", "Att fördela mellan förbunden i tabellen"],
  ] as const)("in %s, %s is refused at its field, though a formula only passes it on", (id, key, field) => {
    expect(draftFigures(withValue(openDraft(id, "sv"), key, 0)).problems).toEqual([
      { key, message: `${field}: ska vara över 0, men är 0 eller en tom cell.` },
    ]);
  });

  test("without a name, or before the law, is refused in words of the form", () => {
    expect(draftFigures(withValue(opened, "municipality@2", undefined)).problems).toEqual([
      { key: "municipality@2", message: "Namn: är tomt. Skriv ett namn." },
    ]);
    expect(draftFigures(withValue(opened, "startYear", 2003)).problems).toEqual([
      { key: "startYear", message: "Startår: lagen gäller från 2004, så för 2003 finns inga andelar." },
    ]);
  });

  test("that leaves Excel with a division by 0 is told by what cannot be computed", () => {
    const { problems, control } = draftFigures(withValue(openDraft("compare-unions", "sv"), "kronorPerTkr", 0));
    expect(problems.map(({ message }) => message)).toEqual([
      "Södra Vätterbygden: kan inte räknas (#DIVISION/0!). Se efter om en uppgift som den räknas med är 0.",
    ]);
    expect(control).toBeGreaterThan(0);
  });

  test("that is no number leaves no sum of what is not there", () => {
    const { figures } = draftFigures(withValue(opened, "rate", "mycket"));
    expect(figures.map(({ value }) => value).filter((value) => value === 0)).toEqual([]);
  });

  test("that a function refuses has the function's own sentence, once", () => {
    const { problems, control } = draftFigures(withValue(opened, "key@1", -5));
    expect(problems).toEqual([{ key: "key@1", message: "Jönköping: ska vara 0 eller mer, men är −5." }]);
    expect(control).toBeGreaterThan(0);
  });
});

test.each([
  ["compare-unions", "printed@1", "difference"],
  ["compare-unions", "grant@2", "use"],
  ["check-decision", "printed.7", "difference"],
  ["check-decision", "total.2", "sumDifference"],
])("in %s, %s may be blank, and the sheet says what cannot be compared", (id, key, area) => {
  const draft = withValue(openDraft(id, "sv"), key, undefined);
  expect(draftFigures(draft).problems).toEqual([]);
  const { broken, grid } = evaluate(draftPlan(draft));
  expect(broken).toEqual([]);
  const missing = grid(area).flat();
  const before = evaluate(openDraft(id, "sv").opened.plan).grid(area).flat();
  const changed = missing.flatMap((value, index) => (value === before[index] ? [] : [typeof value]));
  expect(changed).toEqual(["string"]);
});

describe("members", () => {
  const opened = openDraft("escalation", "sv");
  const three = [
    { name: "Aneby", weight: 6000 },
    { name: "Eksjö", weight: 17000 },
    { name: "Vetlanda", weight: 27000 },
  ];

  test("of the user's own are in the form, the chart and on the sheet, and what was typed elsewhere stays", () => {
    const draft = withMembers(withValue(withValue(opened, "rate", 0.05), "key@1", 1), three);
    expect(valueOf(draft, "rate")).toBe(0.05);
    expect(valueOf(draft, "key@1")).toBe(6000);
    expect(draftFigures(draft).chart!.series.map(({ label }) => label)).toEqual([
      "Staten",
      "Regionen",
      ...three.map(({ name }) => name),
      "Outnyttjat",
    ]);
    expect(openDraft("escalation", "sv", three).opened.sheet).toEqual(draft.opened.sheet);
  });

  test("come and go one by one, and the others keep their keys and what was typed for them", () => {
    const typed = withValue(opened, "key@3", 7200);
    const fewer = removeMember(typed, "2");
    expect(keysOf(fewer).filter((key) => key.includes("@"))).toEqual(
      ["1", "3", "4"].flatMap((id) => [`municipality@${id}`, `key@${id}`]),
    );
    expect(valueOf(fewer, "key@3")).toBe(7200);
    const more = addMember(fewer, { name: "Aneby", weight: 6000 });
    expect(more.members.map(({ id, name }) => [id, name])).toEqual([
      ["1", "Jönköping"],
      ["3", "Mullsjö"],
      ["4", "Vaggeryd"],
      ["5", "Aneby"],
    ]);
    expect(draftFigures(more)).toMatchObject({ control: 0, problems: [] });
  });

  test("the last of them stays", () => {
    const one = withMembers(opened, [{ name: "Aneby", weight: 1 }]);
    expect(removeMember(one, "1")).toBe(one);
  });

  test("renamed, the chart follows at once and on the sheet", () => {
    const draft = renameMember(opened, "2", "Habo kommun");
    expect(draftFigures(draft).chart!.series[3]!.label).toBe("Habo kommun");
    expect(draftSheet(draft).charts[0]!.series[3]!.label).toBe("Habo kommun");
  });

  test("keep every figure in the rows that stay, where a pair does not say them", () => {
    const draft = removeMember(withValue(openDraft("own-capital", "sv"), "capital@3", 1700), "1");
    expect(
      draftFields(draft)
        .find(({ id }) => id === "accounts")!
        .rows.map(({ fields }) => fields.map((each) => each.value)),
    ).toEqual([
      ["Södra Vätterbygden", 7018, 8151, 989],
      ["Finnveden", 5144, 5624, 1700],
    ]);
  });

  test("are said in the other language too, as the user wrote them", () => {
    const draft = inLanguage(withMembers(opened, three), "en");
    expect(draft.members.map(({ name }) => name)).toEqual(three.map(({ name }) => name));
    expect(draft.opened.plan.title).toContain("Escalation");
  });
});

test.each([
  ["sv", "I dag: ska vara ett datum, som 2026-05-04, men är ”4 maj”."],
  ["en", "Today: expected a date, such as 2026-05-04, got “4 maj”."],
] as const)("in %s, what is no date is asked for as a date", (language, message) => {
  const draft = withValue(openDraft("calendar", language), "today", "4 maj");
  expect(draftFigures(draft).problems).toEqual([{ key: "today", message }]);
});

test("a scenario that takes members has them in its plan, and the other way round", () => {
  for (const { id, takesMembers, plan } of scenarios) {
    expect([id, plan("sv").members !== undefined]).toEqual([id, takesMembers]);
  }
});

test.each(scenarios.map(({ id }) => id))("no two fields of a group of %s are called the same", (id) => {
  for (const language of ["sv", "en"] as const) {
    for (const { rows } of draftFields(openDraft(id, language))) {
      const names = rows.flatMap(({ label, fields }) =>
        fields
          .filter(({ isName }) => !isName)
          .map((field, at) => `${label}, ${field.label === "" ? at : `${field.label}, ${field.unit}`}`),
      );
      expect(new Set(names).size).toBe(names.length);
    }
  }
});
