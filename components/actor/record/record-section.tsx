"use client";

import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";

interface RecordSectionProps {
  readonly title: string;
  readonly note?: ReactNode;
  /** What the button that opens the form says; no button without it. */
  readonly change?: string | null;
  readonly children: ReactNode;
  /** Shown in place of the children, or under them with `beside`. */
  readonly form?: (close: () => void) => ReactNode;
  readonly beside?: boolean;
}

/** A part of the record under a hairline, with a form that opens in its place. Focus goes in and comes back. */
export function RecordSection({ title, note, change, children, form, beside }: RecordSectionProps) {
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const was = useRef(false);
  useEffect(() => {
    if (open) place.current?.querySelector<HTMLElement>("input:not([readonly]), select, textarea")?.focus();
    else if (was.current) button.current?.focus();
    was.current = open;
  }, [open]);
  return (
    <section aria-labelledby={id} className="border-t pt-3 pb-8">
      <div className="mb-3 flex min-h-7 flex-wrap items-baseline justify-between gap-x-6">
        <h2 id={id} className="rubric">
          {title}
          {note ? <span className="ml-2 font-normal normal-case tracking-normal">{note}</span> : null}
        </h2>
        {change && form && !open ? (
          <Button
            ref={button}
            size="small"
            aria-label={change === "Correct" ? `Correct: ${title}` : undefined}
            onClick={() => setOpen(true)}
          >
            {change}
          </Button>
        ) : null}
      </div>
      {open && !beside ? null : children}
      {open && form ? (
        <div ref={place} className={beside ? "mt-4" : ""}>
          {form(() => setOpen(false))}
        </div>
      ) : null}
    </section>
  );
}
