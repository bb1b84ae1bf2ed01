/*
 * Functions: a list to search in, and the one that was chosen, with its formula to build and its examples.
 */
import type { Catalogue, Language } from "../../i18n/catalogue";
import { element } from "../dom";
import { functionDetail } from "../functions/detail";
import { functionList } from "../functions/list";
import { createSearch } from "../functions/search";
import { TypedArguments } from "../functions/typedArguments";
import { painted } from "../painted";
import type { Pane, View } from "../view";

/** Put in by webpack, generated from the functions' source (scripts/metadata.ts). */
declare const FINSAM_CATALOGUE: Readonly<Record<Language, Catalogue>>;

export function functionsView(pane: Pane, catalogues = FINSAM_CATALOGUE): View {
  const search = createSearch(catalogues);
  const typed = new TypedArguments();
  const host = element("div", {});
  let language: Language = "sv";
  let query = "";
  let opened: string | undefined;

  function show(): void {
    if (opened === undefined) return host.replaceChildren(list());
    const { article, addRest } = detail(opened);
    addRest();
    host.replaceChildren(article);
  }

  function list(): HTMLElement {
    return functionList(query, language, {
      search: (words) => {
        query = words;
        return search(words, language);
      },
      open: (id) => void open(id),
    });
  }

  function detail(id: string) {
    const fn = catalogues[language].functions.find((each) => each.id === id)!;
    return functionDetail(fn, language, { pane, back, typed });
  }

  async function open(id: string): Promise<void> {
    opened = id;
    const { article, addRest } = detail(id);
    host.replaceChildren(article);
    host.querySelector<HTMLElement>("h2")!.focus();
    await painted();
    addRest();
  }

  function back(): void {
    const id = `function-${opened}`;
    opened = undefined;
    show();
    document.getElementById(id)?.focus();
  }

  return {
    render: (chosen) => {
      language = chosen;
      show();
      return host;
    },
  };
}
