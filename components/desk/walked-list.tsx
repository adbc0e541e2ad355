"use client";

import { type KeyboardEvent, type ReactNode, useRef } from "react";

const TYPED_IN = "input, textarea, select";

/** A list whose items the keys j and k lead through, while one of them has the focus. Each item has a link with data-walk. */
export function WalkedList({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null);

  function onKeyDown(event: KeyboardEvent<HTMLUListElement>) {
    const { target, key, ctrlKey, metaKey, altKey } = event;
    if (!(target instanceof HTMLElement) || ctrlKey || metaKey || altKey || target.closest(TYPED_IN)) return;
    if (key !== "j" && key !== "k") return;
    const items = [...(list.current?.children ?? [])];
    const at = items.findIndex((item) => item.contains(target));
    const link = items[key === "j" ? at + 1 : at - 1]?.querySelector<HTMLElement>("[data-walk]");
    link?.focus();
    link?.scrollIntoView({ block: "nearest" });
    event.preventDefault();
  }

  return (
    <ul ref={list} aria-label={label} onKeyDown={onKeyDown} className="divide-y border-b md:border-t">
      {children}
    </ul>
  );
}
