"use client";

import { Button } from "#components/ui/button.tsx";

interface FormFootProps {
  readonly busy: boolean;
  readonly save: string;
  readonly onLeave: () => void;
}

/** Save, or leave it. */
export function FormFoot({ busy, save, onLeave }: FormFootProps) {
  return (
    <div className="flex flex-wrap gap-2">
      <Button type="submit" look="primary" disabled={busy}>
        {busy ? "Saving …" : save}
      </Button>
      <Button look="quiet" onClick={onLeave}>
        Leave it
      </Button>
    </div>
  );
}
