"use client";

import type { OutletKind } from "#lib/outlet/schema.ts";
import { Field } from "../../ui/field.tsx";
import { Input, NativeSelect } from "../../ui/input.tsx";
import { type Change, type Draft, outletNamed, type Reading } from "./draft.ts";
import { ReadField } from "./read-field.tsx";

export interface OutletKindChoice {
  readonly kind: OutletKind;
  readonly name: string;
}

interface ArticleFieldsProps {
  readonly draft: Draft;
  readonly reading: Reading;
  readonly outlets: readonly { readonly id: string; readonly name: string }[];
  readonly kinds: readonly OutletKindChoice[];
  /** What is wrong, by field. */
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (change: Change) => void;
}

/** What is said about the article, above its lines. */
export function ArticleFields({ draft, reading, outlets, kinds, problems, onChange }: ArticleFieldsProps) {
  const { fields } = reading;
  const outlet = fields.outlet.value.trim();
  const isNew = outlet !== "" && outletNamed(outlets, outlet) === undefined;
  return (
    <div className="grid gap-x-6 gap-y-4 sm:grid-cols-2 lg:grid-cols-4">
      <ReadField
        name="headline"
        label="Headline"
        long
        reading={fields.headline}
        onChange={onChange}
        absent="not found"
        problem={problems.headline}
        className="sm:col-span-2"
      />
      <ReadField
        name="standfirst"
        label="Standfirst"
        long
        reading={fields.standfirst}
        onChange={onChange}
        absent="none found"
        className="sm:col-span-2"
      />
      <ReadField
        name="outlet"
        label="Outlet"
        reading={fields.outlet}
        onChange={onChange}
        absent="the page does not say it clearly: choose or type a name"
        names={outlets.map(({ name }) => name)}
        problem={problems.outlet}
      />
      {isNew ? (
        <Field id="outlet-kind" label="Kind of outlet" hint={`“${outlet}” is new on record.`}>
          <NativeSelect
            id="outlet-kind"
            value={draft.outletKind}
            onChange={(event) => {
              const chosen = kinds.find(({ kind }) => kind === event.target.value);
              if (chosen) onChange({ type: "outletKind", kind: chosen.kind });
            }}
          >
            {kinds.map(({ kind, name }) => (
              <option key={kind} value={kind}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </Field>
      ) : null}
      <ReadField
        name="publishedAt"
        label="Date"
        reading={fields.publishedAt}
        onChange={onChange}
        absent="not found"
        placeholder="2024-06-30 10:41"
        problem={problems.publishedAt}
      />
      <ReadField
        name="zone"
        label="Zone of the date"
        reading={fields.zone}
        onChange={onChange}
        absent="the page gives none"
        placeholder="+02:00 or UTC"
        problem={problems.zone}
      />
      <ReadField
        name="byline"
        label="Byline"
        reading={fields.byline}
        onChange={onChange}
        absent="none found"
      />
      <Field
        id="field-url"
        label="Source address"
        hint="where readers find the article"
        problem={problems.url}
        className="sm:col-span-2"
      >
        <Input
          id="field-url"
          type="url"
          inputMode="url"
          placeholder="https://"
          value={draft.url}
          {...(problems.url ? { "aria-invalid": true, "aria-describedby": "field-url-problem" } : {})}
          onChange={(event) => onChange({ type: "url", value: event.target.value })}
        />
      </Field>
    </div>
  );
}
