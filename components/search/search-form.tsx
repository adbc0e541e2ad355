import type { PublicOutlet } from "#lib/outlet/published.server.ts";
import type { ReadQuery } from "#lib/search/query.ts";
import { Button } from "../ui/button.tsx";
import { Field, fieldControl } from "../ui/field.tsx";
import { Checkbox, Input, NativeSelect } from "../ui/input.tsx";

interface SearchFormProps extends ReadQuery {
  readonly outlets: readonly PublicOutlet[];
}

/** The search as a form that needs no JavaScript: the address bar is the query. */
export function SearchForm({ query, problems, outlets }: SearchFormProps) {
  return (
    <search>
      <form action="/search" method="get" className="grid gap-4">
        <div className="flex max-w-[50rem] items-end gap-3">
          <Field id="words" label="Words" problem={problems.words} className="grow">
            <Input
              {...fieldControl("words", problems.words)}
              name="words"
              type="search"
              defaultValue={query.words}
              maxLength={200}
              className="h-11 font-serif text-read"
            />
          </Field>
          <Button type="submit" look="primary" className="h-11">
            Search
          </Button>
        </div>
        <div className="grid max-w-[50rem] grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-4">
          <Field id="actor" label="Speaker, by any name" problem={problems.actor}>
            <Input
              {...fieldControl("actor", problems.actor)}
              name="actor"
              defaultValue={query.actor}
              maxLength={200}
            />
            <label htmlFor="parts" className="flex items-center gap-2 text-small">
              <Checkbox id="parts" name="parts" value="yes" defaultChecked={query.parts === "yes"} />
              with its parts
            </label>
          </Field>
          <Field id="outlet" label="Outlet" problem={problems.outlet}>
            <NativeSelect
              {...fieldControl("outlet", problems.outlet)}
              name="outlet"
              defaultValue={query.outlet}
            >
              <option value="">any</option>
              {outlets.map((outlet) => (
                <option key={outlet.id} value={outlet.slug}>
                  {outlet.name}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <Field id="from" label="Published from" problem={problems.from}>
            <Input
              {...fieldControl("from", problems.from)}
              name="from"
              type="date"
              defaultValue={query.from}
            />
          </Field>
          <Field id="to" label="Published to" problem={problems.to}>
            <Input {...fieldControl("to", problems.to)} name="to" type="date" defaultValue={query.to} />
          </Field>
        </div>
      </form>
    </search>
  );
}
