import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";

export const inputLook =
  "w-full min-w-0 rounded border border-edge bg-paper text-base text-ink placeholder:text-muted hover:border-ink disabled:opacity-50 aria-invalid:border-accent aria-invalid:outline-1 aria-invalid:outline-accent";

/** A line of text; it runs the way its words do. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input dir="auto" className={cn(inputLook, "h-9 px-2.5", className)} {...rest} />;
}

/** Several lines of text; they run the way their words do. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea dir="auto" className={cn(inputLook, "min-h-24 px-2.5 py-1.5", className)} {...rest} />;
}

/** The browser's own list of options: works without JavaScript. */
export function NativeSelect({ className, ...rest }: ComponentProps<"select">) {
  return <select className={cn(inputLook, "h-9 px-2", className)} {...rest} />;
}

/** The browser's own check box. */
export function Checkbox({ className, ...rest }: ComponentProps<"input">) {
  return <input type="checkbox" className={cn("size-4 accent-(--accent)", className)} {...rest} />;
}
