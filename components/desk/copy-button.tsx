"use client";

import { useState } from "react";
import { Button } from "../ui/button.tsx";

/** Copies `text`; says so, or asks to copy by hand where the browser doesn't allow it. */
export function CopyButton({ text }: { readonly text: string }) {
  const [said, setSaid] = useState<"Copied" | "Select and copy it by hand">();
  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid("Copied");
    } catch {
      setSaid("Select and copy it by hand");
    }
  }
  return (
    <span className="inline-flex items-center gap-3">
      <Button size="small" onClick={copy}>
        Copy
      </Button>
      <span role="status" className="text-small text-muted">
        {said}
      </span>
    </span>
  );
}
