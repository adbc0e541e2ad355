"use client";

import { type ReactNode, useLayoutEffect, useRef } from "react";

interface OpenedFormProps {
  readonly className?: string;
  readonly children: ReactNode;
}

/** A form that a button or a key opened: its field has the focus, and where the focus was it goes back to. */
export function OpenedForm({ className, children }: OpenedFormProps) {
  const opened = useRef<HTMLDivElement>(null);
  // Not after the next paint: a letter typed before the field has the focus would be a key of the list.
  useLayoutEffect(() => {
    const form = opened.current;
    const from = document.activeElement;
    form?.querySelector("input")?.focus();
    return () => {
      // Who went elsewhere meanwhile stays there.
      if (from instanceof HTMLElement && form?.contains(document.activeElement)) from.focus();
    };
  }, []);
  return (
    <div ref={opened} className={className}>
      {children}
    </div>
  );
}
