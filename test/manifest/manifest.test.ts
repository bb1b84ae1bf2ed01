/*
 * The manifest as built: valid against Microsoft's schemas where they are at hand, and always by our own checks
 * for what a schema cannot see. The checks are tried on broken manifests too.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { validateXML } from "xmllint-wasm";
import { dist, filesIn, load, localOrigin, root } from "../built/dist";
import { checkManifest, pngSize, type Build } from "./check";

const schemas = path.resolve(root, "../shared/manifest-xsd");
const manifest = readFileSync(path.join(root, "manifest.xml"), "utf8");
const files = filesIn(dist);
const { commands } = load(files.get("commands.js")!.toString());
const build: Build = { files, origin: localOrigin, commands };

test("the build's manifest is the project's", () => {
  expect(files.get("manifest.xml")!.toString()).toBe(manifest);
});

test("nothing is wrong with it", () => {
  expect(checkManifest(manifest, build)).toEqual([]);
});

test("it declares what the add-in cannot do without, and asks for no other site", () => {
  for (const set of ["SharedRuntime", "CustomFunctionsRuntime", "ExcelApi"]) {
    expect(manifest).toContain(`<Set Name="${set}"`);
  }
  expect(manifest).not.toContain("AppDomain");
  expect(manifest).toMatch(/<Id>[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}<\/Id>/);
});

test.each([16, 32, 64, 80])("the icon of %i px is that size", (size) => {
  expect(pngSize(files.get(`assets/icon-${size}.png`)!)).toEqual({ width: size, height: size });
});

describe("the checks find", () => {
  const found = (from: string | RegExp, to: string, other: Partial<Build> = {}) => {
    const broken = manifest.replace(from, to);
    expect(broken).not.toBe(manifest);
    return checkManifest(broken, { ...build, ...other });
  };

  test.each([
    [
      "a reference to nothing",
      'Title resid="Pane.Title"',
      'Title resid="Pane.Titel"',
      '"Pane.Titel", which is not there',
    ],
    [
      "a resource that nothing uses",
      'Title resid="Pane.Title"',
      'Title resid="Pane.Label"',
      'nothing refers to "Pane.Title"',
    ],
    ["an id over 32 characters", /Pane\.Title/g, "P".repeat(33), "is not 1 to 32 characters"],
    ["an id given twice", 'String id="Tab.Label"', 'String id="Group.Label"', '"Group.Label" is given twice'],
    ["a label over 125 characters", 'Value="FINSAM-panelen"', `Value="${"x".repeat(126)}"`, "not 1 to 125"],
    ["a description over 250 characters", 'Value="Alla funktioner', `Value="${"x".repeat(200)}`, "not 1 to 250"],
    ["an empty text", 'Value="FINSAM-panelen"', 'Value=""', "0 characters"],
    [
      "a text that Swedish lacks",
      '<Override Locale="sv-SE" Value="FINSAM för Excel" />',
      "",
      "DisplayName has no sv-SE",
    ],
    [
      "a string that Swedish lacks",
      '<bt:Override Locale="sv-SE" Value="Öppna panelen" />',
      "",
      "Pane.Label has no sv-SE",
    ],
    [
      "an address without https",
      "https://localhost:3000/functions.js",
      "http://localhost:3000/functions.js",
      "not https",
    ],
    ["an address elsewhere", "https://localhost:3000/functions.js", "https://example.org/functions.js", "not under"],
    ["a page that is not built", "3000/help/sv/index.html", "3000/help/sv/start.html", "is not in the build"],
    ["a script that is not built", "3000/functions.js", "3000/function.js", "is not in the build"],
    ["an icon of another size", 'DefaultValue="https://localhost:3000/assets/icon-16.png', 'DefaultValue="https://localhost:3000/assets/icon-32.png', "32 × 32, not 16"], // prettier-ignore
    ["an icon without a required size", /<bt:Image size="80"[^>]*>/, "", "no image of 80 px"],
    ["a runtime that ends with the pane", 'lifetime="long"', 'lifetime="short"', "long lifetime"],
    [
      "a pane outside the shared runtime",
      'Runtime resid="Taskpane.Url"',
      'Runtime resid="Help.Url"',
      "another page than the Runtime",
    ],
  ])("%s", (_, from, to, problem) => {
    expect(found(from, to)).toContainEqual(expect.stringContaining(problem));
  });

  const command = `<Action xsi:type="ExecuteFunction"><FunctionName>split</FunctionName></Action>`;

  test("a command that no script associates", () => {
    expect(found(/<Action[^]*?<\/Action>/, command)).toContain('command "split" is associated by no script');
  });

  test("and not one that a script does", () => {
    expect(found(/<Action[^]*?<\/Action>/, command, { commands: [...commands, "split"] })).toEqual([]);
  });
});

const described = existsSync(schemas) ? describe : describe.skip;
described(`Microsoft's schemas${existsSync(schemas) ? "" : " (skipped: ../shared/manifest-xsd is not here)"}`, () => {
  const read = (fileName: string) => ({ fileName, contents: readFileSync(path.join(schemas, fileName), "utf8") });
  const validate = async (xml: string) => {
    const main = "OfficeAppManifestV1_1.xsd";
    const others = readdirSync(schemas).filter((file) => file.endsWith(".xsd") && file !== main);
    return validateXML({
      xml: [{ fileName: "manifest.xml", contents: xml }],
      schema: [read(main)],
      preload: others.map(read),
    });
  };

  test("accept the manifest", async () => {
    expect(await validate(manifest)).toMatchObject({ valid: true, errors: [] });
  });

  test("do not accept elements in another order", async () => {
    const swapped = manifest.replace(/(<Version>.*<\/Version>)\s*(<ProviderName>.*<\/ProviderName>)/, "$2$1");
    expect((await validate(swapped)).valid).toBe(false);
  });
});
