/*
 * What a user may type, for the properties of the scenarios.
 */
import fc from "fast-check";

/** Now and then 0: a row just added, or a member that pays nothing. */
const weight = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 1_000_000 }) }, fc.constant(0));

/** From one municipality to forty, with any names and a key, of which not all are 0. */
export const municipalities = fc
  .array(fc.record({ name: fc.string({ maxLength: 12 }), weight }), { minLength: 1, maxLength: 40 })
  .filter((members) => members.some((member) => member.weight > 0));

/** An amount in tkr above 0, sometimes with a decimal. */
export const positive = fc.integer({ min: 1, max: 1_000_000 }).map((tenths) => tenths / 10);

/** The same, now and then 0. */
export const amount = fc.oneof({ weight: 6, arbitrary: positive }, fc.constant(0));

/** A yearly change, falling, none or rising. */
export const rate = fc.integer({ min: -20, max: 60 }).map((percent) => percent / 100);

export const unit = fc.constantFrom(0.01, 1, 100);

/** Enough to meet every shape, few enough for a test that evaluates a sheet each time. */
export const runs = { numRuns: 30 };
