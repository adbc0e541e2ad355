"use client";

import { Select as Base } from "@base-ui/react/select";
import { CheckIcon, ChevronDownIcon } from "lucide-react";
import { cn } from "./class-names.ts";
import { inputLook } from "./input.tsx";
import { itemLook, popupLook } from "./menu.tsx";

interface SelectProps<Value extends string> {
  readonly id: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value?: Value;
  readonly defaultValue?: Value;
  readonly name?: string;
  readonly disabled?: boolean;
  readonly onChange?: (value: Value) => void;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: boolean;
  readonly className?: string;
}

/** One of a few values. The public pages use the browser's own list (NativeSelect) instead. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { id, options, onChange, className, value, defaultValue, name, disabled, ...aria } = props;
  return (
    <Base.Root
      items={options}
      {...(value === undefined ? {} : { value })}
      {...(defaultValue === undefined ? {} : { defaultValue })}
      {...(name === undefined ? {} : { name })}
      {...(disabled === undefined ? {} : { disabled })}
      onValueChange={(next) => {
        if (next !== null) onChange?.(next as Value);
      }}
    >
      <Base.Trigger
        id={id}
        className={cn(inputLook, "flex h-9 items-center justify-between gap-2 px-2.5 text-left", className)}
        {...aria}
      >
        <Base.Value className="truncate" />
        <Base.Icon>
          <ChevronDownIcon aria-hidden="true" className="size-4 text-muted" />
        </Base.Icon>
      </Base.Trigger>
      <Base.Portal>
        <Base.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-50">
          <Base.Popup className={popupLook}>
            {options.map((option) => (
              <Base.Item key={option.value} value={option.value} className={itemLook}>
                <Base.ItemIndicator keepMounted className="w-4 not-data-selected:invisible">
                  <CheckIcon aria-hidden="true" className="size-4" />
                </Base.ItemIndicator>
                <Base.ItemText>{option.label}</Base.ItemText>
              </Base.Item>
            ))}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
