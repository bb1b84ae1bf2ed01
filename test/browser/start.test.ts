/*
 * `npm start` when something is wrong: one clear sentence in the user's language, and an exit code that says so.
 */
import { createServer } from "node:net";
import { freePort, runStart, startServer } from "./server";

describe("npm start", () => {
  test.each(["0", "70000", "http", "-1", "80.5"])("refuses --port %s", async (port) => {
    const { code, output } = await runStart([`--port=${port}`]);
    expect(code).toBe(1);
    expect(output).toBe(`--port ${port}: a port is a whole number from 1 to 65535, such as --port 4000.\n`);
  });

  test("says it in Swedish on a Swedish system", async () => {
    const { output } = await runStart(["--port", "70000"], "sv_SE.UTF-8");
    expect(output).toBe("--port 70000: en port är ett heltal från 1 till 65535, till exempel --port 4000.\n");
  });

  test("shows how it is used when it does not know an option", async () => {
    const { code, output } = await runStart(["--prot", "4000"]);
    expect(code).toBe(1);
    expect(output).toContain("Usage: npm start -- [--port 3100] [--no-open]");
  });

  test("says that a port is in use, and names another", async () => {
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
    const { code, output } = await runStart(["--no-open", "--port", String(port)]);
    other.close();
    expect(code).toBe(1);
    expect(output).toMatch(new RegExp(`^Port ${port} is already in use.* --port \\d+\\n$`));
  });

  test("serves until it is told to stop, and then ends without an error", async () => {
    const server = await startServer();
    const page = await fetch(server.address);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("<title>FINSAM");
    expect((await server.stop()).code).toBe(0);
    await expect(fetch(server.address)).rejects.toThrow();
  });
});
