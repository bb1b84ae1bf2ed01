/*
 * What a user may type, for the properties of the scenarios.
 */
import fc from "fast-check";

/** From one municipality to forty, with any names and a key. */
export const municipalities = fc.array(
  fc.record({ name: fc.string({ maxLength: 12 }), weight: fc.integer({ min: 1, max: 1_000_000 }) }),
  { minLength: 1, maxLength: 40 },
);

/** An amount in tkr, sometimes with a decimal. */
export const amount = fc.integer({ min: 1, max: 1_000_000 }).map((tenths) => tenths / 10);

/** A yearly change, falling, none or rising. */
export const rate = fc.integer({ min: -20, max: 60 }).map((percent) => percent / 100);

export const unit = fc.constantFrom(0.01, 1, 100);

/** Enough to meet every shape, few enough for a test that evaluates a sheet each time. */
export const runs = { numRuns: 30 };
