/* After the browser tests: what setup.ts started is stopped. */
import "./setup";

export default async function teardown(): Promise<void> {
  await globalThis.finsamTests?.stop();
}
