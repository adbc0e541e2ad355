import { type InboxQuery, SOURCES } from "#lib/desk/inbox-query.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Input, NativeSelect } from "../ui/input.tsx";
import { SOURCE_WORDS } from "./inbox-words.ts";

interface InboxFormProps {
  readonly query: InboxQuery;
  /** Names of outlets that are offered; others may be written. */
  readonly outlets: readonly string[];
}

/** Narrows the inbox: a form that needs no JavaScript, the address bar is the query. */
export function InboxForm({ query, outlets }: InboxFormProps) {
  const { words, outlet, source, work } = query;
  return (
    <search>
      <form
        action="/desk"
        className="mt-6 grid grid-cols-2 items-end gap-3 lg:grid-cols-[minmax(0,1fr)_15rem_11rem_auto]"
      >
        {work === "" ? null : <input type="hidden" name="work" value={work} />}
        <Field id="inbox-words" label="Words of headline or outlet" className="max-lg:col-span-2">
          <Input
            id="inbox-words"
            type="search"
            name="words"
            key={words}
            defaultValue={words}
            maxLength={200}
          />
        </Field>
        <Field id="inbox-outlet" label="Outlet">
          <Input
            id="inbox-outlet"
            name="outlet"
            key={outlet}
            defaultValue={outlet}
            list="inbox-outlets"
            placeholder="any"
            autoComplete="off"
            maxLength={200}
          />
          <datalist id="inbox-outlets">
            {outlets.map((name) => (
              <option key={name} value={name} />
            ))}
          </datalist>
        </Field>
        <Field id="inbox-source" label="How it came">
          <NativeSelect id="inbox-source" name="source" key={source} defaultValue={source}>
            <option value="">any way</option>
            {SOURCES.map((one) => (
              <option key={one} value={one}>
                {SOURCE_WORDS[one].option}
              </option>
            ))}
          </NativeSelect>
        </Field>
        <Button type="submit" className="justify-self-start">
          Find
        </Button>
      </form>
    </search>
  );
}
