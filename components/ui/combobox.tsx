"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import type { ReactNode } from "react";
import { useHydrated } from "../desk/use-hydrated.ts";
import { cn } from "./class-names.ts";
import { inputLook } from "./input.tsx";
import { itemLook, popupLook } from "./menu.tsx";

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** A quiet second line: what kind of actor, how alike. */
  readonly note?: string;
}

interface ComboboxProps {
  readonly id: string;
  readonly choices: readonly Choice[];
  readonly value: Choice | null;
  readonly onChange: (choice: Choice | null) => void;
  /** What is typed, for choices that come from the server; then they are shown as given, not filtered here. */
  readonly onType?: (text: string) => void;
  readonly placeholder?: string;
  /** Shown when nothing fits. */
  readonly empty?: ReactNode;
  readonly disabled?: boolean;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: boolean;
  readonly className?: string;
}

/** Find one of many by typing. */
export function Combobox(props: ComboboxProps) {
  const { id, choices, value, onChange, onType, placeholder, empty, disabled, className, ...aria } = props;
  // What is typed before scripts run would be in the field and nowhere else.
  const hydrated = useHydrated();
  return (
    <Base.Root
      items={choices}
      value={value}
      onValueChange={onChange}
      isItemEqualToValue={(a: Choice, b: Choice) => a.value === b.value}
      {...(onType ? { filter: null, onInputValueChange: onType } : {})}
      disabled={disabled || !hydrated}
    >
      <Base.Input
        id={id}
        {...(placeholder === undefined ? {} : { placeholder })}
        className={cn(inputLook, "h-9 px-2.5", className)}
        {...aria}
      />
      <Base.Portal>
        <Base.Positioner sideOffset={4} className="z-50">
          <Base.Popup className={cn(popupLook, "w-(--anchor-width)")}>
            <Base.Empty>
              <div className="px-3 py-1.5 text-small text-muted">{empty ?? "Nothing found."}</div>
            </Base.Empty>
            <Base.List>
              {(choice: Choice) => (
                <Base.Item key={choice.value} value={choice} className={cn(itemLook, "block")}>
                  {choice.label}
                  {choice.note ? <span className="block text-micro text-muted">{choice.note}</span> : null}
                </Base.Item>
              )}
            </Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
