/*
 * The engine tells how long each step took through console.debug, which in Node goes to standard output, where
 * it would stand among our results.
 */
export function quietly<T>(action: () => T): T {
  const { debug } = console;
  console.debug = () => undefined;
  try {
    return action();
  } finally {
    console.debug = debug;
  }
}
