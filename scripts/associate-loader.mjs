/*
 * A webpack loader for src/functions/functions.ts: adds CustomFunctions.associate(id, function) for every
 * function that the metadata names, so that metadata and code cannot drift apart.
 */
export default function associateLoader(source) {
  const { associations } = this.getOptions();
  const calls = associations.map(({ id, functionName }) => `CustomFunctions.associate("${id}", ${functionName});`);
  // Office.js makes CustomFunctions. Where it could not be loaded the pane still works, so nothing may throw here.
  return `${source}\nif (typeof CustomFunctions !== "undefined") {\n${calls.join("\n")}\n}\n`;
}
