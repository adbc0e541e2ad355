import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { cn } from "./class-names.ts";

const look = cva("inline-block border-b font-sans text-micro font-medium tracking-wide", {
  variants: {
    tone: {
      quiet: "border-hairline text-muted",
      plain: "border-edge text-ink",
      accent: "border-accent text-accent",
      dashed: "border-dashed border-accent text-ink",
    },
  },
  defaultVariants: { tone: "quiet" },
});

/** A short state in words: "denied", "copy", "primary", "suggestion". Never colour alone. */
export function Tag({ tone, className, ...rest }: ComponentProps<"span"> & VariantProps<typeof look>) {
  return <span className={cn(look({ tone }), className)} {...rest} />;
}
