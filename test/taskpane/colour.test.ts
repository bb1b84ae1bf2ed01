/*
 * The background colours of Office's themes, light or dark.
 */
import { isDark } from "../../src/taskpane/colour";

test.each([
  ["white", "#FFFFFF", false],
  ["Colorful", "#E6E6E6", false],
  ["dark grey", "#666666", true],
  ["black", "#262626", true],
  ["a colour without its mark", "0a0a0a", true],
  ["what is no colour", "window", false],
])("%s", (_, colour, dark) => {
  expect(isDark(colour)).toBe(dark);
});
