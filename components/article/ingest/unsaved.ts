"use client";

import { useEffect } from "react";

/** While `unsaved`, asks before the page is left: by closing it, by reloading, or by a link on it. */
export function useUnsavedGuard(unsaved: boolean, question: string): void {
  useEffect(() => {
    if (!unsaved) return;
    let answered = false;
    const ask = (event: BeforeUnloadEvent) => {
      if (!answered) event.preventDefault();
    };
    const askAtLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
      if (!link || elsewhere || link.getAttribute("target") === "_blank") return;
      if (link.getAttribute("href")?.startsWith("#")) return;
      if (window.confirm(question)) {
        answered = true;
        // If that link only opened something on this page, the next way out asks again.
        setTimeout(() => {
          answered = false;
        }, 2_000);
      } else {
        event.preventDefault();
        event.stopPropagation();
      }
    };
    window.addEventListener("beforeunload", ask);
    document.addEventListener("click", askAtLink, { capture: true });
    return () => {
      window.removeEventListener("beforeunload", ask);
      document.removeEventListener("click", askAtLink, { capture: true });
    };
  }, [unsaved, question]);
}
