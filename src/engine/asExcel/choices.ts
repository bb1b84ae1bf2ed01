/*
 * Conditions and dates as Excel takes them.
 */
import { cellAt, computed, errorOf, exceptNoise, failingAsValue, firstError, guess, inStep, isErrorValue, isHairApart, isTable, isVague, isWithinNoise, isWord, numberOf, ofNoNoise, ofNumbers, ofWhole, onlyCell, tellingBlanks, valueOf, wholeOf, type Arg, type Cell, type Change, type Compute } from "./cells"; // prettier-ignore

/** A text is no condition, an empty one neither. */
export function onCondition(isCondition: (at: number) => boolean): Change {
  return (original) => {
    const answer = failingAsValue(original);
    return function (...args) {
      for (const [at, arg] of args.entries()) {
        if (!isCondition(at)) continue;
        exceptNoise([arg]);
        const only = onlyCell(arg);
        const texts = only ? [only.value] : isTable(arg) ? arg.flatMap((cells) => cells.map(({ value }) => value)) : [];
        const found = texts.find((value) => typeof value === "string" && !isErrorValue(value));
        if (typeof found !== "string") continue;
        guess(!only || !isWord(found) || /\d/.test(found), "textNumber");
        // Conditions before this one may have been met.
        if (at === 0) return errorOf("#VALUE!");
        guess(true, "textNumber");
      }
      return (args.length === 1 ? answer : original).apply(this, args);
    };
  };
}

/** Without an answer for what is not so, that is FALSE; an answer left blank is 0. */
export const choosing: Change = (original) => {
  const choose = onCondition((at) => at === 0)(original);
  return function (...args) {
    const isOne = onlyCell(args[0]) !== undefined;
    if (!isOne) inStep(args);
    const found = choose.apply(this, args.length === 2 ? [...args, { value: false }] : args);
    return isOne ? found : computed(found);
  };
};

/** What is left blank is 0. By several numbers it is chosen cell by cell, which makes a table of columns for VLOOKUP. */
export const choosingByNumber: Change = (original) => {
  const choose = failingAsValue(ofNumbers(ofWhole(original, [0]), [0]));
  return function (index, ...rest) {
    const choices = rest.map((choice) => choice ?? { value: 0 });
    const only = onlyCell(index);
    if (only) return isErrorValue(only.value) ? only : choose.call(this, only, ...choices);
    const { rows, columns } = inStep([index, ...choices]);
    const chosen = Array.from({ length: columns }, (_, column) =>
      Array.from({ length: rows }, (_, row) => {
        const [number, ...cells] = [index, ...choices].map((arg) => cellAt(arg, row, column));
        return isErrorValue(number?.value) ? number : choose.call(this, number, ...cells);
      }),
    );
    return computed(chosen);
  };
};

/** All are looked at, whatever the first ones are: an error anywhere is one. */
export const ofAll: Change = (original) => {
  const answer = ofNoNoise(failingAsValue(tellingBlanks(original)));
  return function (...args) {
    for (const arg of args) {
      const value = valueOf(arg);
      guess(arg === undefined, "blank");
      guess(typeof value === "string" && !isErrorValue(value) && !isWord(value), "textNumber");
    }
    return firstError(args) ?? answer.apply(this, args);
  };
};

/** Excel tells no capital letters from small ones. */
export const switching: Change = (original) =>
  function (expression, ...rest) {
    guess(valueOf(expression) === null, "blank");
    const small = (cell: Arg): Arg => {
      const value = valueOf(cell);
      return typeof value === "string" && !isErrorValue(value)
        ? { ...(cell as Cell), value: value.toLowerCase() }
        : cell;
    };
    const number = valueOf(expression);
    const cases = rest.map((cell, at) => {
      if (at % 2 === 1 || at === rest.length - 1) return cell;
      const value = valueOf(cell);
      const areNumbers = typeof number === "number" && typeof value === "number";
      guess(areNumbers && (isHairApart(number, value) || isWithinNoise(number, value)), "edge");
      return small(cell);
    });
    return original.call(this, small(expression), ...cases);
  };

/** The engine has one error where Excel has several. */
export const ofOneError: Change = (original) =>
  function (...args) {
    guess(isVague(onlyCell(args[0])?.value), "error");
    return original.apply(this, args);
  };

/** An answer for what is an error, in a table cell by cell. */
export const instead: Change = (original) =>
  function (...args) {
    const isTableHere = isTable(args[0]) && !onlyCell(args[0]);
    if (isTableHere) inStep(args);
    const found = original.apply(this, args);
    return isTableHere ? computed(found) : found;
  };

/** Excel's calendar has a 29 February 1900, and its days before are not the engine's. */
const firstSure = 61;
const lastDay = 2_958_465;

/** `count` arguments are days; a text that may be one is read by Excel's language. */
export function ofDays(count: number): Change {
  return (original) =>
    function (...args) {
      const days: Arg[] = [];
      for (const arg of args.slice(0, count)) {
        const value = valueOf(arg);
        if (typeof value === "string" && !isErrorValue(value)) {
          if (value.trim() === "") return errorOf("#VALUE!");
          guess(true, "date");
        }
        const day = numberOf(arg);
        if (day !== undefined && day < 0) return errorOf("#NUM!");
        guess(day !== undefined && (day < firstSure || day >= lastDay + 1), "date");
        days.push(day === undefined ? arg : { value: wholeOf(day) });
      }
      return original.call(this, ...days, ...args.slice(count));
    };
}

export function givingDay(compute: Compute): Compute {
  return function (...args) {
    const found = compute.apply(this, args);
    const day = numberOf(found as Arg);
    guess(day !== undefined && (day < firstSure || day > lastDay), "date");
    return found;
  };
}
