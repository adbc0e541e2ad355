"use client";

import type { OutletChoice } from "#lib/outlet/schema.ts";
import { Field } from "../ui/field.tsx";
import { Input } from "../ui/input.tsx";

export interface NamedOutlet {
  readonly id: string;
  readonly name: string;
}

interface OutletFieldProps {
  readonly id: string;
  readonly outlets: readonly NamedOutlet[];
  readonly value: string;
  readonly onChange: (name: string) => void;
}

/** Whose feed it is: an outlet on record by its name, or a new one. */
export function OutletField({ id, outlets, value, onChange }: OutletFieldProps) {
  const isNew = value.trim() !== "" && !("id" in outletChoice(outlets, value));
  return (
    <Field
      id={id}
      label="Outlet"
      hint={
        isNew
          ? `“${value.trim()}” is new on record.`
          : "Everything the feed brings is an article of this outlet."
      }
    >
      <Input
        id={id}
        list={`${id}-names`}
        required
        maxLength={200}
        autoComplete="off"
        value={value}
        aria-describedby={`${id}-hint`}
        onChange={(event) => onChange(event.target.value)}
      />
      <datalist id={`${id}-names`}>
        {outlets.map(({ id: outletId, name }) => (
          <option key={outletId} value={name} />
        ))}
      </datalist>
    </Field>
  );
}

/** The outlet of that name, or a new one with this homepage. */
export function outletChoice(
  outlets: readonly NamedOutlet[],
  words: string,
  homepage?: string | null,
): OutletChoice {
  const name = words.trim();
  const known = outlets.find((outlet) => outlet.name.toLowerCase() === name.toLowerCase());
  return known ? { id: known.id } : { name, ...(homepage ? { homepage } : {}) };
}
