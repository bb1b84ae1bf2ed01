/*
 * The ribbon's menu of scenarios as manifest.xml declares it: an item for each scenario, in the list's order, with
 * its title and its question in both languages. Kept between comments in the manifest, which is otherwise written
 * by hand.
 */
import { commandName } from "../src/commands/run";
import type { Language } from "../src/i18n/language";
import type { OpenScenario } from "../src/scenarios/all";

const begin = "<!-- What stands between these comments is written by npm run manifest. -->";
const end = "<!-- End of what is written. -->";

/** The manifest with the scenarios in its menu; what it had there before is gone. */
export function withScenarios(manifest: string, scenarios: readonly OpenScenario[]): string {
  const parts = [items(scenarios), labels(scenarios), questions(scenarios)];
  const written = new RegExp(`( *)${begin}\\n[^]*? *${end}`, "g");
  let next = 0;
  const changed = manifest.replace(written, (_, indent: string) => {
    const lines = (parts[next++] ?? []).map((line) => indent + line);
    return [indent + begin, ...lines, indent + end].join("\n");
  });
  if (next !== parts.length) throw new Error(`manifest.xml has ${next} places for the scenarios, not ${parts.length}`);
  return changed;
}

function items(scenarios: readonly OpenScenario[]): string[] {
  const each = scenarios.flatMap(({ id }) => {
    const resource = resourceName(id);
    return [
      `  <Item id="Finsam.${resource}">`,
      `    <Label resid="${resource}" />`,
      "    <Supertip>",
      `      <Title resid="${resource}" />`,
      `      <Description resid="${resource}.Text" />`,
      "    </Supertip>",
      '    <Action xsi:type="ExecuteFunction">',
      `      <FunctionName>${commandName(id)}</FunctionName>`,
      "    </Action>",
      "  </Item>",
    ];
  });
  return ["<Items>", ...each, "</Items>"];
}

function labels(scenarios: readonly OpenScenario[]): string[] {
  return scenarios.flatMap(({ id, title }) => text(resourceName(id), title));
}

function questions(scenarios: readonly OpenScenario[]): string[] {
  return scenarios.flatMap(({ id, plan }) =>
    text(`${resourceName(id)}.Text`, (language: Language) => plan(language).subtitle),
  );
}

/** "level-increase" → "Scenario.LevelIncrease" */
function resourceName(id: string): string {
  return `Scenario.${commandName(id).replace("insert", "")}`;
}

function text(id: string, inLanguage: (language: Language) => string): string[] {
  return [
    `<bt:String id="${id}" DefaultValue="${escape(inLanguage("en"))}">`,
    `  <bt:Override Locale="sv-SE" Value="${escape(inLanguage("sv"))}" />`,
    "</bt:String>",
  ];
}

function escape(content: string): string {
  return content.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
