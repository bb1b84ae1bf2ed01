/*
 * Stands in for Office.js in the pane's frame. The real one refuses to stay in a frame outside Office (it turns
 * the page blank, against pages that frame an add-in unseen) and calls Microsoft's telemetry; all the pane needs
 * of it here is that the functions, which its page loads first, can be associated.
 */
import { createCustomFunctions } from "../engine/custom-functions";

Object.assign(window, { CustomFunctions: createCustomFunctions().runtime });
