/** Id of the button that moves a line: unique, because a line stands in one column at a time. */
export const lineButtonId = (line: number): string => `line-${line}`;

/** Leads the keys to a line. */
export function focusLine(line: number): void {
  document.getElementById(lineButtonId(line))?.focus();
}

const buttonsIn = (list: Element | null | undefined) => [
  ...(list?.querySelectorAll<HTMLElement>("[id^='line-']") ?? []),
];
const listOf = (line: number) => document.getElementById(lineButtonId(line))?.closest("[data-side]");

/** Follows an arrow, Home or End from a line: within its column, or to the nearest line of the other one. */
export function goTo(line: number, key: string): void {
  const list = listOf(line);
  const buttons = buttonsIn(list);
  const at = buttons.findIndex(({ id }) => id === lineButtonId(line));
  if (key === "ArrowDown") buttons[at + 1]?.focus();
  else if (key === "ArrowUp") buttons[at - 1]?.focus();
  else if (key === "Home") buttons[0]?.focus();
  else if (key === "End") buttons.at(-1)?.focus();
  else {
    const other = list?.getAttribute("data-side") === "kept" ? "dropped" : "kept";
    if ((key === "ArrowRight") !== (other === "dropped")) return;
    const others = buttonsIn(document.querySelector(`[data-side="${other}"]`));
    const distance = ({ id }: HTMLElement) => Math.abs(Number(id.slice("line-".length)) - line);
    others
      .reduce<HTMLElement | undefined>(
        (best, one) => (best && distance(best) <= distance(one) ? best : one),
        undefined,
      )
      ?.focus();
  }
}

/** Before a line leaves its column: the keys go on from the line after it, or before it. */
export function goToNeighbour(line: number): void {
  const buttons = buttonsIn(listOf(line));
  const at = buttons.findIndex(({ id }) => id === lineButtonId(line));
  (buttons[at + 1] ?? buttons[at - 1])?.focus();
}
