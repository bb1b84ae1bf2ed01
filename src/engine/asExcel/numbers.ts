/*
 * Arithmetic as Excel's: rounding and comparing at the 15 digits that it shows.
 */
import { at15Digits, errorOf, exceptNoise, firstError, guess, hasNoise, isHairApart, isTable, isWithinNoise, noteNoise, numberGiven, numberOf, ofNumbers, passNoiseOn, tellingBlanks, valueOf, wholeOf, type Arg, type Cell, type Change, type Compute } from "./cells"; // prettier-ignore

type Way = "nearest" | "up" | "down";

export function rounding(way: Way): Change {
  return (original) =>
    ofNumbers(function (value, places) {
      if (way === "up") exceptNoise([value]);
      const found = original.call(this, value, places);
      const [number, decimals] = [numberOf(value), places === undefined ? 0 : numberOf(places)];
      if (number === undefined || decimals === undefined) return found;
      const format = (value as Cell).format;
      return { value: roundedAt(number, wholeOf(decimals), way), ...(format !== undefined && { format }) };
    });
}

/** Rounds the number's 15 digits, not what a computer holds beyond them; half away from zero. */
export function roundedAt(number: number, decimals: number, way: Way): number {
  const [mantissa, exponent] = Math.abs(number).toExponential(14).split("e");
  const digits = BigInt(mantissa!.replace(".", ""));
  // How many of the digits stand after the last that is kept.
  const after = 14 - Number(exponent) - decimals;
  if (after <= 0) return number;
  if (after > 16) return way === "up" && number !== 0 ? Math.sign(number) * Number(`1e${-decimals}`) : 0;
  const unit = 10n ** BigInt(after);
  const rest = digits % unit;
  const isMore = way === "up" ? rest > 0n : way === "nearest" && rest * 2n >= unit;
  const kept = digits / unit + (isMore ? 1n : 0n);
  return kept === 0n ? 0 : Math.sign(number) * Number(`${kept}e${-decimals}`);
}

/** Whether a number a hair below a whole one is cut to that, or to the one below, is told differently of Excel. */
export const truncating: Change = (original) => {
  const round = rounding("down")(original);
  return function (value, places) {
    const found = round.call(this, value, places);
    const [number, kept] = [numberOf(value), numberGiven(found)];
    guess(number !== undefined && kept !== undefined && Math.abs(kept) > Math.abs(number), "edge");
    return found;
  };
};

export const flooring: Change = (original) =>
  ofNumbers(function (value) {
    exceptNoise([value]);
    const number = numberOf(value) ?? 0;
    guess(Math.floor(number) !== Math.floor(at15Digits(number)), "edge");
    return original.call(this, value);
  });

/** As many as a sheet of ours may have. */
const mostInSequence = 1_000_000;

export const sequence: Change = (original) =>
  ofNumbers(function (rows, columns, ...rest) {
    const lengths = [rows, columns].map((arg) => wholeOf((arg && numberOf(arg)) ?? 1));
    guess(lengths[0]! * lengths[1]! > mostInSequence, "large");
    return original.call(this, rows, columns, ...rest);
  });

export const remainder: Change = (original) =>
  ofNumbers(function (dividend, divisor) {
    exceptNoise([dividend, divisor]);
    const found = original.call(this, dividend, divisor);
    const [a, b, rest] = [numberOf(dividend), numberOf(divisor), numberGiven(found)];
    if (a === undefined || b === undefined || rest === undefined) return found;
    const whole = Math.floor(a / b);
    guess(whole !== Math.floor(at15Digits(a / b)) || at15Digits(a - b * whole) !== at15Digits(rest), "edge");
    return found;
  });

export const power: Change = (original) =>
  ofNumbers(function (base, exponent) {
    const [b, e] = [numberOf(base), numberOf(exponent)];
    exceptNoise([base]);
    if (b === 0 && e !== undefined && e < 0) return errorOf("#DIV/0!");
    if (b !== undefined && e !== undefined && ((b === 0 && e === 0) || (b < 0 && !Number.isInteger(e)))) {
      return errorOf("#NUM!");
    }
    return original.call(this, base, exponent);
  });

export const squareRoot: Change = (original) =>
  ofNumbers(function (number) {
    exceptNoise([number]);
    return (numberOf(number) ?? 0) < 0 ? errorOf("#NUM!") : original.call(this, number);
  });

/** The k-th of some numbers: between two k's it has not been compared. */
export const kth: Change = (original) =>
  ofNumbers(function (numbers, k) {
    guess(!Number.isInteger(numberOf(k) ?? 0), "edge");
    return original.call(this, numbers, k);
  });

/** What is no number counts as 0; an error is one. */
export const sumOfProducts: Change = (original) =>
  function (...args) {
    const error = firstError(args);
    if (error) return error;
    if (new Set(args.map((arg) => (isTable(arg) ? `${arg[0]!.length} ${arg.length}` : "1 1"))).size > 1)
      return errorOf("#VALUE!");
    const found = original.apply(this, args);
    const sum = numberGiven(found);
    if (sum !== undefined) noteNoise(sum, () => productsOf(args));
    return found;
  };

function productsOf(args: readonly Arg[]): number[] {
  const columns = args.map((arg) => (isTable(arg) ? arg.flat() : [arg]));
  return columns[0]!.map((_, at) =>
    columns.reduce((product, cells) => {
      const value = cells[at]?.value;
      return typeof value === "number" ? product * value : 0;
    }, 1),
  );
}

export function comparing(compare: (left: number, right: number) => boolean): Change {
  return (original) =>
    function (left, right) {
      const [first, second] = [valueOf(left), valueOf(right)];
      if (typeof first !== "number" && typeof second !== "number")
        return tellingBlanks(original).call(this, left, right);
      if (typeof first !== "number" || typeof second !== "number") return original.call(this, left, right);
      guess(isWithinNoise(first, second), "edge");
      if (!isHairApart(first, second)) return { value: compare(first, second) };
      return { value: compare(at15Digits(first), at15Digits(second)) };
    };
}

export function inOrder(compare: (left: number, right: number) => boolean): Change {
  return (original) => {
    const numbers = comparing(compare)(original);
    return function (left, right) {
      const [first, second] = [valueOf(left), valueOf(right)];
      const kinds = [first, second].map((value) => typeof value);
      // A truth value comes after every text.
      if (kinds.includes("boolean") && kinds.includes("string") && firstError([left, right]) === undefined) {
        return { value: compare(Number(kinds[0] === "boolean"), Number(kinds[1] === "boolean")) };
      }
      const isOrder = kinds.every((kind) => kind === "string") && first !== "" && second !== "";
      guess(isOrder && firstError([left, right]) === undefined, "textOrder");
      return numbers.call(this, left, right);
    };
  };
}

/** An error is the answer; whether one after a text that is no number, or the text's own, Excel alone knows. */
export function ofTerms(compute: Compute): Compute {
  return function (left, right) {
    const error = firstError([left, right]);
    if (!error) return compute.call(this, left, right);
    guess(error === right && typeof valueOf(left) === "string", "error");
    return error;
  };
}

/** Noise makes noise, and what is divided by it may be divided by 0. */
export const multiplying: Change = (original) => ofTerms(passingNoise(ofNumbers(original)));
export const dividing: Change = (original) => {
  const divide = multiplying(original);
  return function (left, right) {
    exceptNoise([right]);
    return divide.call(this, left, right);
  };
};

function passingNoise(compute: Compute): Compute {
  return function (...args) {
    const found = compute.apply(this, args);
    passNoiseOn(args.map(numberOf), numberGiven(found));
    return found;
  };
}

/** The sum, or the average, of areas and numbers. */
export const total: Change = (original) =>
  ofNumbers(function (...args) {
    const found = original.apply(this, args);
    const sum = numberGiven(found);
    if (sum === undefined) return found;
    noteNoise(sum, () => args.flatMap(numbersIn));
    if (hasNoise()) passNoiseOn(args.flatMap(numbersIn), sum);
    return found;
  });

function numbersIn(arg: Arg): number[] {
  const cells = isTable(arg) ? arg.flat() : arg ? [arg] : [];
  return cells.flatMap(({ value }) => (typeof value === "number" ? [value] : []));
}

export const notingNoise: Change = (original) => {
  const add = ofTerms(ofNumbers(original));
  return function (left, right) {
    const found = add.call(this, left, right);
    const [first, second, sum] = [numberOf(left), numberOf(right), numberGiven(found)];
    if (first !== undefined && second !== undefined && sum !== undefined) noteNoise(sum, () => [first, second]);
    passNoiseOn([first, second], sum);
    return found;
  };
};

/**
 * Excel takes a sum for 0 that is nothing but noise where it is what a formula comes to, and not where it is computed
 * with further, or stands in parentheses.
 */
export function withoutNoise(formula: string, value: number, noise: ReadonlySet<number>): number {
  return noise.has(Math.abs(value)) && isSum(formula) ? 0 : value;
}

/** Whether what is computed last is a sum or a difference; texts are handed over, and in no formula here. */
function isSum(formula: string): boolean {
  let [depth, found] = [0, false];
  for (const [at, character] of [...formula].entries()) {
    if (/[({]/.test(character)) depth += 1;
    else if (/[)}]/.test(character)) depth -= 1;
    else if (depth > 0) continue;
    else if (/[&<>=]/.test(character)) return false;
    else if (/[+-]/.test(character) && /[\w)}%]/.test(formula[at - 1] ?? "")) found = true;
  }
  return found;
}
