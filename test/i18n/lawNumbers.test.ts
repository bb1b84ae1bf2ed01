/*
 * The descriptions name a few numbers of the law and the model, as people read them. They follow the parameters.
 */
import { generateMetadata } from "../../scripts/metadata";
import { parameters } from "../../src/core/parameters/values";
import { latest } from "../../src/core/parameters/lookUp";

const { catalogue } = await generateMetadata("https://localhost:3000");
const percent = (value: number, language: "sv" | "en") => `${value * 100}${language === "sv" ? " %" : "%"}`;
const described = (language: "sv" | "en", id: string) =>
  JSON.stringify(catalogue[language].functions.find((fn) => fn.id === id));

test.each(["sv", "en"] as const)("in %s the defaults said are the defaults used", (language) => {
  expect(described(language, "STATEMAX")).toContain(percent(latest("needWeight"), language));
  expect(described(language, "STATEGRANT")).toContain(percent(latest("maxDecrease"), language));
  expect(described(language, "EQUITYLIMIT")).toContain(percent(latest("ownCapitalRate"), language));
  expect(described(language, "EQUITYLIMIT")).toContain(`${latest("ownCapitalLimit") / 1_000_000} mnkr`);
});

test("half and a quarter are the shares in force", () => {
  expect([latest("stateShare"), latest("regionShare"), latest("municipalShare")]).toEqual([1 / 2, 1 / 4, 1 / 4]);
  expect(parameters.municipalShareWithoutRegion.values).toMatchObject([{ value: 1 / 2 }]);
});

test("no word stands for two values", async () => {
  const { amountUnitWords, basisWords, methodWords, parameterWords } = await import("../../src/i18n/choices");
  const values = [amountUnitWords, basisWords, methodWords, parameterWords].flatMap((words) => Object.keys(words));
  expect(new Set(values).size).toBe(values.length);
  for (const words of [amountUnitWords, basisWords, methodWords, parameterWords]) {
    const all: string[] = Object.values<readonly string[]>(words).flat();
    expect(new Set(all).size).toBe(all.length);
  }
});
