"use client";

import { useState } from "react";
import { useRead } from "#components/desk/use-read.ts";
import { Button } from "#components/ui/button.tsx";
import { DialogContent } from "#components/ui/dialog.tsx";
import { Field, fieldControl } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { readLocalDate } from "#lib/article/publication-date.ts";
import type { OutletHit } from "#lib/outlet/read.server.ts";
import { DeleteArticle } from "./delete-article.tsx";
import { useDeskContext } from "./desk-context.ts";

const DATE_HINT = "2024-06-30 10:41, 2024-06-30, 2024-06 or 2024: as printed, never shifted.";

/** Corrects what is said about the article. Its text stays as it is: that is frozen. */
export function ArticleWindow() {
  const { state, dispatch, decisions } = useDeskContext();
  const { article } = state;
  const [fields, setFields] = useState({
    headline: article.headline,
    outlet: article.outlet.name,
    publishedAt: article.publishedAt?.replace("T", " ") ?? "",
    zone: article.zone ?? "",
    byline: article.byline ?? "",
    url: article.canonicalUrl ?? "",
  });
  const set = (field: keyof typeof fields) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [field]: event.target.value });
  const problems = {
    headline: fields.headline.trim() === "" ? "The headline is missing." : null,
    publishedAt: dateProblem(fields.publishedAt),
    url: addressProblem(fields.url),
    outlet: fields.outlet.trim() === "" ? "Choose or type who published it." : null,
  };
  const wrong = Object.values(problems).some((problem) => problem !== null);
  return (
    <DialogContent
      title="About this article"
      description="Headline, outlet, date, byline and address can be corrected. The text itself is frozen."
    >
      <form
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          if (wrong) return;
          const name = fields.outlet.trim();
          // By its name, as typed: the record knows whether it has an outlet of that name, in whatever case.
          const outlet = name === article.outlet.name ? { id: article.outlet.id } : { name };
          const trimmed = {
            headline: fields.headline.trim(),
            byline: fields.byline.trim() || null,
            publishedAt: fields.publishedAt.trim().replace(" ", "T") || null,
            zone: fields.zone.trim() || null,
            url: fields.url.trim() || null,
          };
          const words = `headline: ${trimmed.headline}; date: ${trimmed.publishedAt ?? "none"}; outlet: ${name}`;
          decisions.editArticle(
            { articleId: article.id, version: article.version, outlet, ...trimmed },
            words,
          );
          dispatch({ type: "window", window: null });
        }}
      >
        <Field id="article-headline" label="Headline" problem={problems.headline}>
          <Input
            {...fieldControl("article-headline", problems.headline)}
            value={fields.headline}
            maxLength={1000}
            onChange={set("headline")}
          />
        </Field>
        <OutletField
          value={fields.outlet}
          present={article.outlet.name}
          onChange={set("outlet")}
          problem={problems.outlet}
        />
        <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
          <Field id="article-date" label="Published" problem={problems.publishedAt} hint={DATE_HINT}>
            <Input
              {...fieldControl("article-date", problems.publishedAt, DATE_HINT)}
              value={fields.publishedAt}
              maxLength={16}
              onChange={set("publishedAt")}
            />
          </Field>
          <Field id="article-zone" label="Zone" hint="Only if it is printed.">
            <Input
              {...fieldControl("article-zone", null, "hint")}
              value={fields.zone}
              maxLength={60}
              onChange={set("zone")}
            />
          </Field>
        </div>
        <Field id="article-byline" label="Byline">
          <Input id="article-byline" value={fields.byline} maxLength={500} onChange={set("byline")} />
        </Field>
        <Field id="article-url" label="Address" problem={problems.url}>
          <Input
            {...fieldControl("article-url", problems.url)}
            type="url"
            value={fields.url}
            maxLength={2000}
            onChange={set("url")}
          />
        </Field>
        <div className="flex gap-2">
          <Button type="submit" look="primary" disabled={wrong}>
            Save
          </Button>
        </div>
      </form>
      <DeleteArticle article={article} disabled={state.queue.length > 0} />
    </DialogContent>
  );
}

function dateProblem(typed: string): string | null {
  if (typed.trim() === "") return null;
  try {
    readLocalDate(typed);
    return null;
  } catch {
    return "That is not a date.";
  }
}

function addressProblem(typed: string): string | null {
  if (typed.trim() === "") return null;
  return /^https?:$/.test(URL.parse(typed.trim())?.protocol ?? "")
    ? null
    : "That is not a web address (https://…).";
}

interface OutletFieldProps {
  readonly value: string;
  /** The outlet the article has. */
  readonly present: string;
  readonly onChange: (event: { target: { value: string } }) => void;
  readonly problem: string | null;
}

/** Whose article it is: an outlet on record by its name, or a new one. What is typed counts, as where articles come in. */
function OutletField({ value, present, onChange, problem }: OutletFieldProps) {
  const name = value.trim();
  // All of them, until a name is typed.
  const query = name === present ? "" : name;
  const path = `/api/desk/find/outlets?${new URLSearchParams({ q: query })}`;
  const { answer } = useRead<readonly OutletHit[]>(path);
  const hits = answer ?? [];
  const isNew =
    query !== "" && answer !== null && !hits.some((hit) => hit.name.toLowerCase() === query.toLowerCase());
  const hint = isNew ? `“${name}” is new on record.` : null;
  return (
    <Field id="article-outlet" label="Outlet" problem={problem} hint={hint}>
      <Input
        {...fieldControl("article-outlet", problem, hint)}
        list="article-outlet-names"
        autoComplete="off"
        value={value}
        maxLength={200}
        onChange={onChange}
      />
      <datalist id="article-outlet-names">
        {hits.map((hit) => (
          <option key={hit.id} value={hit.name} />
        ))}
      </datalist>
    </Field>
  );
}
