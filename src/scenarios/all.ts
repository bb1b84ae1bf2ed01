/*
 * Every scenario, in the order of the ribbon's menu, opened on its own figures.
 */
import type { Language } from "../i18n/language";
import { aboutTexts, type ScenarioId } from "../i18n/scenarios/about";
import { explanationTexts } from "../i18n/scenarios/explanation";
import { alternatives } from "./alternatives";
import { convert, inAmountUnit, weighsAmounts, type AmountUnit } from "./amountUnit";
import { calendar } from "./calendar";
import { ceiling } from "./ceiling";
import { changeUnion } from "./changeUnion";
import { checkDecision } from "./checkDecision";
import { compareUnions } from "./compareUnions";
import { distribution } from "./distribution";
import { escalation } from "./escalation";
import { levelIncrease } from "./levelIncrease";
import { multiYear } from "./multiYear";
import { ownCapital } from "./ownCapital";
import type { SheetPlan } from "./plan";
import { results } from "./results";
import type { Choices, Member, Scenario } from "./scenario";

export interface OpenScenario {
  readonly id: ScenarioId;
  readonly title: (language: Language) => string;
  /** One sentence, of at most 250 characters, for lists and tips. */
  readonly description: (language: Language) => string;
  /** Its page: the question, what to type, how the answer is read, where the figures are from. */
  readonly explanation: (language: Language) => readonly string[];
  /** Whether it can open on a user's own municipalities, or unions. */
  readonly takesMembers: boolean;
  /** What of its shape can be chosen, as it opens. */
  readonly choices: Choices;
  /**
   * Opened on its own figures, with these members in place of its own where it takes any, in the shape that is chosen.
   * Amounts, the members' too, are in the unit; tkr where nothing is said.
   */
  readonly plan: (language: Language, members?: readonly Member[], unit?: AmountUnit, choices?: Choices) => SheetPlan;
}

export const scenarios: readonly OpenScenario[] = [
  open(escalation),
  open(levelIncrease),
  open(ceiling),
  open(alternatives),
  open(changeUnion),
  open(distribution),
  open(ownCapital),
  open(checkDecision),
  open(results),
  open(compareUnions),
  open(calendar),
  open(multiYear),
];

const noChoices: Required<Choices> = { years: 0, unions: 0, withoutRegion: false };

function open<Inputs>({ id, opensOn, plan, shape, withMembers }: Scenario<Inputs>): OpenScenario {
  return {
    id,
    title: (language) => aboutTexts(language)[id].title,
    description: (language) => aboutTexts(language)[id].description,
    explanation: (language) => explanationTexts(language)[id],
    takesMembers: withMembers !== undefined,
    choices: shape ? shape.of(opensOn("sv")) : {},
    plan: (language, members, unit = "tkr", choices) => {
      const asOpened = opensOn(language);
      const inputs =
        shape && choices
          ? shape.with(asOpened, { ...noChoices, ...shape.of(asOpened), ...choices }, language)
          : asOpened;
      const opened = plan(inputs, language);
      if (!members || !withMembers) return inAmountUnit(opened, unit);
      const own = weighsAmounts(opened) ? members.map((each) => inTkr(each, unit)) : members;
      return inAmountUnit(plan(withMembers(inputs, own), language), unit);
    },
  };
}

/** As the scenario takes it. */
function inTkr({ name, weight }: Member, unit: AmountUnit): Member {
  return { name, weight: convert(weight, unit, "tkr") };
}

export function scenarioOf(id: string): OpenScenario {
  const found = scenarios.find((each) => each.id === id);
  if (!found) throw new Error(`There is no scenario ${id}`);
  return found;
}
