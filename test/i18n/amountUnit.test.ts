/*
 * The unit of a user's amounts: chosen, kept, and tkr where nothing is.
 */
import { chooseUnit, currentUnit } from "../../src/i18n/amountUnit";

function storage(stored?: string) {
  let kept = stored;
  return {
    getItem: () => kept ?? null,
    setItem: (_: string, value: string) => void (kept = value),
    removeItem: () => void (kept = undefined),
  };
}

const use = (localStorage: unknown) => Object.assign(globalThis, { localStorage });

test("is tkr until another is chosen, and then that", () => {
  use(storage());
  expect(currentUnit()).toBe("tkr");
  expect(chooseUnit("kr")).toBe(true);
  expect(currentUnit()).toBe("kr");
});

test.each(["öre", "", "KR"])("is tkr where %p was stored by something else", (stored) => {
  use(storage(stored));
  expect(currentUnit()).toBe("tkr");
});

test("is what was chosen for as long as the add-in runs where nothing can be stored, and it says so", () => {
  const denied = () => {
    throw new Error("denied");
  };
  use({ getItem: denied, setItem: denied, removeItem: denied });
  expect(currentUnit()).toBe("tkr");
  expect(chooseUnit("mnkr")).toBe(false);
  expect(currentUnit()).toBe("mnkr");
});
