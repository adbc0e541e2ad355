"use client";

import { useEffect, useRef } from "react";
import { momentWords } from "#lib/article/date-words.ts";
import type { LinkFor } from "#lib/desk/people.server.ts";
import { Button } from "../ui/button.tsx";
import { Input } from "../ui/input.tsx";
import { CopyButton } from "./copy-button.tsx";

interface LinkOnceProps {
  readonly link: LinkFor;
  readonly onClose: () => void;
}

/** A one-time link, shown this once. */
export function LinkOnce({ link, onClose }: LinkOnceProps) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (link.url) box.current?.select();
  }, [link.url]);
  return (
    <section aria-label={`One-time link for ${link.email}`} className="mb-6 border-y border-accent py-4">
      <p className="font-medium">One-time link for {link.email}</p>
      <p className="mt-1 mb-3 max-w-measure text-small text-muted">
        Shown only now: On Record keeps no copy and sends no mail. Give it to them by a way you trust. It
        works once, until {momentWords(new Date(link.expiresAt))}.
      </p>
      <Input
        ref={box}
        readOnly
        value={link.url}
        aria-label="The link"
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="mt-3 flex gap-3">
        <CopyButton text={link.url} />
        <Button size="small" look="quiet" onClick={onClose}>
          Done
        </Button>
      </div>
    </section>
  );
}
