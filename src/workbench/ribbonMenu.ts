/*
 * How a menu of the ribbon is opened and closed, by pointer and by keyboard: as the WAI-ARIA practice for menu
 * buttons has it, which is also how Excel's menus feel.
 */

/** Makes the button open the list of items, in which one at a time has the keyboard. */
export function operateMenu(button: HTMLElement, list: HTMLElement, items: readonly HTMLElement[]): void {
  button.setAttribute("aria-haspopup", "menu");
  setOpen(false);

  function setOpen(open: boolean): void {
    list.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
  }
  /** From the first on, and from the last back, round and round. */
  function focus(index: number): void {
    items[(index + items.length) % items.length]!.focus();
  }
  function open(index: number): void {
    setOpen(true);
    focus(index);
  }

  button.addEventListener("click", () => {
    if (list.hidden) open(0);
    else setOpen(false);
  });
  button.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    open(event.key === "ArrowDown" ? 0 : -1);
  });
  list.addEventListener("keydown", (event) => {
    const at = items.indexOf(document.activeElement as HTMLElement);
    const next = moved(event.key, at, items);
    if (next !== undefined) focus(next);
    else if (event.key === "Escape") {
      setOpen(false);
      button.focus();
    } else return;
    event.preventDefault();
  });
  list.addEventListener("click", () => {
    setOpen(false);
    button.focus();
  });
  // Another place has been clicked, or tabbed to.
  list.addEventListener("focusout", ({ relatedTarget }) => {
    const within = relatedTarget instanceof Node && (list.contains(relatedTarget) || button.contains(relatedTarget));
    if (!within) setOpen(false);
  });
}

/** The item that a key goes to; undefined for a key that goes nowhere. */
function moved(key: string, at: number, items: readonly HTMLElement[]): number | undefined {
  if (key === "ArrowDown") return at + 1;
  if (key === "ArrowUp") return at - 1;
  if (key === "Home") return 0;
  if (key === "End") return items.length - 1;
  if (key.length !== 1 || key === " ") return undefined;
  const startsWith = ({ textContent }: HTMLElement) => textContent.toLowerCase().startsWith(key.toLowerCase());
  const later = items.findIndex((item, index) => index > at && startsWith(item));
  const any = later >= 0 ? later : items.findIndex(startsWith);
  return any >= 0 ? any : undefined;
}
