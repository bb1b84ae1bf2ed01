/*
 * Scenarios: the list of them, and the form of the one that was chosen. A form keeps what was typed in it while
 * another is looked at.
 */
import type { Language } from "../../i18n/language";
import { paneTexts } from "../../i18n/pane";
import { aboutTexts, scenarioIds, type ScenarioId } from "../../i18n/scenarios/about";
import { scenarioTexts } from "../../i18n/pane-scenarios";
import { plainButton } from "../controls";
import { element } from "../dom";
import { painted } from "../painted";
import type { ScenarioForm, formHead as FormHead } from "../scenarios/form";
import type { Pane, View } from "../view";
import { whenIdle } from "../whenIdle";

const loadForm = () => import(/* webpackChunkName: "scenario-form" */ "../scenarios/form");

export function scenariosView(pane: Pane): View {
  const forms = new Map<ScenarioId, ScenarioForm>();
  const host = element("div", {});
  let language: Language = "sv";
  let opened: { readonly id: ScenarioId; readonly form: ScenarioForm; readonly head: typeof FormHead } | undefined;

  // Nobody has chosen yet; when somebody does, the form is there at once. What fails now is said then.
  whenIdle(() => void loadForm().catch(() => undefined));

  async function open(id: ScenarioId): Promise<void> {
    const status = host.querySelector("[role=status]")!;
    try {
      const { formHead, ScenarioForm } = await loadForm();
      const head = formHead(id, language, () => close(id));
      host.replaceChildren(head);
      head.querySelector("h2")!.focus();
      await painted();
      const form = forms.get(id) ?? new ScenarioForm(id, language, pane);
      forms.set(id, form);
      // Somebody quick has gone back already.
      if (!head.isConnected) return;
      opened = { id, form, head: formHead };
      form.render(language, head);
      void form.fillFromSelection();
    } catch (error) {
      console.error(error);
      status.textContent = paneTexts(language).notLoaded;
    }
  }

  function close(id: ScenarioId): void {
    opened = undefined;
    show();
    document.getElementById(`scenario-${id}`)?.focus();
  }

  function show(): void {
    if (!opened) return host.replaceChildren(listOf());
    const { id, form, head: headOf } = opened;
    const head = headOf(id, language, () => close(id));
    form.render(language, head);
    host.replaceChildren(head);
  }

  function listOf(): HTMLElement {
    const texts = scenarioTexts(language);
    return element(
      "div",
      { class: "content" },
      element("h2", { class: "unseen" }, texts.scenarios),
      element("p", { class: "hint" }, texts.hint),
      element("p", { role: "status", class: "said" }),
      element("ul", { class: "list" }, ...scenarioIds.map(itemOf)),
    );
  }

  function itemOf(id: ScenarioId): HTMLElement {
    const { title, description } = aboutTexts(language)[id];
    const described = `scenario-${id}-about`;
    const attributes = { id: `scenario-${id}`, class: "opens", "aria-describedby": described };
    return element(
      "li",
      {},
      element(
        "h3",
        {},
        plainButton(attributes, [title], () => void open(id)),
      ),
      element(
        "p",
        { id: described },
        description,
        forms.get(id)?.isBegun ? element("span", { class: "tag" }, scenarioTexts(language).begun) : undefined,
      ),
    );
  }

  return {
    render: (chosen) => {
      language = chosen;
      show();
      return host;
    },
  };
}
