"use client";

import { Menu as Base } from "@base-ui/react/menu";
import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";

export const Menu = Base.Root;
export const MenuTrigger = Base.Trigger;

export const popupLook =
  "z-50 max-h-(--available-height) min-w-(--anchor-width) overflow-auto rounded border border-edge bg-paper py-1 outline-none transition-opacity duration-100 data-ending-style:opacity-0 data-starting-style:opacity-0";
export const itemLook =
  "flex min-h-8 cursor-default items-center gap-2 px-3 py-1 text-base outline-none select-none data-highlighted:bg-raised data-disabled:opacity-50";

/** The list of a menu. */
export function MenuContent({ className, children, ...rest }: ComponentProps<typeof Base.Popup>) {
  return (
    <Base.Portal>
      <Base.Positioner sideOffset={4} align="start" className="z-50">
        <Base.Popup className={cn(popupLook, className as string)} {...rest}>
          {children}
        </Base.Popup>
      </Base.Positioner>
    </Base.Portal>
  );
}

/** One thing to do. */
export function MenuItem({ className, ...rest }: ComponentProps<typeof Base.Item>) {
  return <Base.Item className={cn(itemLook, className as string)} {...rest} />;
}
