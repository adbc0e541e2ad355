"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import type { VariantProps } from "class-variance-authority";
import type { ComponentProps } from "react";
import { useHydrated } from "../desk/use-hydrated.ts";
import { buttonLook } from "./button-look.ts";
import { cn } from "./class-names.ts";

type ButtonProps = ComponentProps<typeof BaseButton> & VariantProps<typeof buttonLook>;

/**
 * A button. `type` is "button" unless it sends a form. One that needs scripts can't be pressed before they run, so that no
 * press is lost; it does not look different for that moment.
 */
export function Button({ look, size, className, type = "button", disabled, ...rest }: ButtonProps) {
  const waits = !useHydrated() && type !== "submit";
  return (
    <BaseButton
      type={type}
      disabled={waits || disabled}
      className={cn(
        buttonLook({ look, size }),
        waits && !disabled && "disabled:opacity-100 data-disabled:opacity-100",
        className as string,
      )}
      {...rest}
    />
  );
}
