import { type ClassValue, clsx } from "clsx";
import { extendTailwindMerge } from "tailwind-merge";

// Our text sizes, so that they don't count as colours.
const merge = extendTailwindMerge({
  extend: { theme: { text: ["micro", "small", "base", "read", "quote", "hero", "hero-wide"] } },
});

/** Joins class names; of two that say the same thing differently the later one wins. */
export function cn(...names: ClassValue[]): string {
  return merge(clsx(names));
}
