import { cva } from "class-variance-authority";

/** Looks of a button; also for a link that acts as one. */
export const buttonLook = cva(
  "inline-flex cursor-pointer items-center justify-center gap-2 rounded border font-medium whitespace-nowrap no-underline select-none disabled:cursor-default disabled:opacity-50 data-disabled:cursor-default data-disabled:opacity-50",
  {
    variants: {
      look: {
        primary: "border-accent bg-accent text-on-accent hover:text-on-accent hover:opacity-90",
        plain: "border-edge bg-paper text-ink hover:border-ink hover:text-ink",
        quiet: "border-transparent bg-transparent text-ink hover:bg-raised hover:text-ink",
        danger: "border-accent bg-paper text-accent hover:bg-raised",
      },
      size: {
        small: "h-7 px-2 text-small",
        normal: "h-9 px-3.5 text-base",
        icon: "size-8 p-0",
      },
    },
    defaultVariants: { look: "plain", size: "normal" },
  },
);
