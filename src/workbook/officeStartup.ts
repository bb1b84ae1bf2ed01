/*
 * Whether Excel loads the add-in together with this workbook. It is asked to from our first formula on, so that the
 * formulas are known as soon as the workbook is open, and no more when the last one is gone: the wish is kept in the
 * workbook, where whoever opens it without the add-in is told that it is missing. A workbook without formulas of ours
 * is never given it.
 *
 * Excel starts the add-in by itself too, where it is installed, when a formula of ours is calculated.
 */

/** Never in the way of what it follows on: where it fails, the formulas work all the same. */
export async function loadWithWorkbook(wanted: boolean): Promise<void> {
  try {
    if (!Office.context.requirements.isSetSupported("SharedRuntime", "1.1")) return;
    const { load, none } = Office.StartupBehavior;
    const behavior = wanted ? load : none;
    // Writing what is there already would change a workbook for nothing.
    if ((await Office.addin.getStartupBehavior()) !== behavior) await Office.addin.setStartupBehavior(behavior);
  } catch (error) {
    console.error(error);
  }
}
