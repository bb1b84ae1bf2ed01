import { chooseLanguage, chosenLanguage, currentLanguage, languageOf } from "../../src/i18n/language";

const set = (globals: object) => Object.assign(globalThis, globals);

function storage(initial: Record<string, string> = {}) {
  const kept = new Map(Object.entries(initial));
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const refusing = {
  getItem: () => {
    throw new Error("denied");
  },
  setItem: () => {
    throw new Error("denied");
  },
};

beforeEach(() => set({ localStorage: storage(), Office: { context: { displayLanguage: "sv-SE" } } }));

test.each([
  ["sv-SE", "sv"],
  ["sv", "sv"],
  ["SV-fi", "sv"],
  ["svk", "en"],
  ["en-US", "en"],
  ["de-DE", "en"],
])("%s is read as %s", (locale, language) => expect(languageOf(locale)).toBe(language));

test("Office's language is followed until another is chosen, and again afterwards", () => {
  expect(currentLanguage()).toBe("sv");
  expect(chooseLanguage("en")).toBe(true);
  expect(currentLanguage()).toBe("en");
  chooseLanguage(undefined);
  expect(chosenLanguage()).toBeUndefined();
  expect(currentLanguage()).toBe("sv");
});

test("something else that is stored is no choice", () => {
  set({ localStorage: storage({ "finsam.language": "de" }) });
  expect(chosenLanguage()).toBeUndefined();
});

test("where nothing can be stored, Office's language is followed and the choice says it was not kept", () => {
  set({ localStorage: refusing });
  expect(currentLanguage()).toBe("sv");
  expect(chooseLanguage("en")).toBe(false);
});

test("before Office is ready the browser's language is followed", () => {
  set({ Office: { context: undefined } });
  Object.defineProperty(globalThis, "navigator", { value: { language: "en-GB" }, configurable: true });
  expect(currentLanguage()).toBe("en");
  Object.defineProperty(globalThis, "navigator", { value: undefined, configurable: true });
  expect(currentLanguage()).toBe("sv");
});
