/** What had the focus goes with its page: the page that is led to has it, where the next Tab goes on from its top. */
export function focusPage(): void {
  document.getElementById("content")?.focus({ preventScroll: true });
}
