"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { XIcon } from "lucide-react";
import type { ComponentProps, ReactNode } from "react";
import { buttonLook } from "./button-look.ts";
import { cn } from "./class-names.ts";

export const Dialog = Base.Root;
export const DialogTrigger = Base.Trigger;
export const DialogClose = Base.Close;

interface DialogContentProps {
  readonly title: ReactNode;
  /** What it is about, read out with the title. */
  readonly description?: ReactNode;
  readonly className?: string;
  /** Where the focus goes when it closes; its trigger, if not said. */
  readonly finalFocus?: ComponentProps<typeof Base.Popup>["finalFocus"];
  readonly children: ReactNode;
}

/** The window of a dialog, in the middle of the screen; on a phone at its foot. */
export function DialogContent({ title, description, className, finalFocus, children }: DialogContentProps) {
  return (
    <Base.Portal>
      <Base.Backdrop className="fixed inset-0 z-40 bg-ink/40 transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0" />
      <Base.Popup
        finalFocus={finalFocus}
        className={cn(
          "fixed z-50 max-h-[90dvh] overflow-auto rounded border border-edge bg-paper p-5 transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0",
          "inset-x-2 bottom-2 sm:inset-x-auto sm:bottom-auto sm:top-1/2 sm:left-1/2 sm:w-[32rem] sm:-translate-x-1/2 sm:-translate-y-1/2",
          className,
        )}
      >
        <div className="mb-3 flex items-start justify-between gap-4">
          <Base.Title className="font-serif text-quote font-medium">{title}</Base.Title>
          <Base.Close aria-label="Close" className={buttonLook({ look: "quiet", size: "icon" })}>
            <XIcon aria-hidden="true" className="size-4" />
          </Base.Close>
        </div>
        {description ? <Base.Description className="mb-4 text-muted">{description}</Base.Description> : null}
        {children}
      </Base.Popup>
    </Base.Portal>
  );
}
