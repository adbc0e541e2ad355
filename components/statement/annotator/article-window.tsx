"use client";

import { useState } from "react";
import { useRead } from "#components/desk/use-read.ts";
import { Button } from "#components/ui/button.tsx";
import { type Choice, Combobox } from "#components/ui/combobox.tsx";
import { DialogContent } from "#components/ui/dialog.tsx";
import { Field, fieldControl } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { readLocalDate } from "#lib/article/publication-date.ts";
import type { OutletHit } from "#lib/outlet/read.server.ts";
import { DeleteArticle } from "./delete-article.tsx";
import { useDeskContext } from "./desk-context.ts";

const NEW = "new";
const DATE_HINT = "2024-06-30 10:41, 2024-06-30, 2024-06 or 2024: as printed, never shifted.";

/** Corrects what is said about the article. Its text stays as it is: that is frozen. */
export function ArticleWindow() {
  const { state, dispatch, decisions } = useDeskContext();
  const { article } = state;
  const [fields, setFields] = useState({
    headline: article.headline,
    publishedAt: article.publishedAt?.replace("T", " ") ?? "",
    zone: article.zone ?? "",
    byline: article.byline ?? "",
    url: article.canonicalUrl ?? "",
  });
  const [outlet, setOutlet] = useState<Choice | null>({
    value: article.outlet.id,
    label: article.outlet.name,
  });
  const set = (field: keyof typeof fields) => (event: { target: { value: string } }) =>
    setFields({ ...fields, [field]: event.target.value });
  const problems = {
    headline: fields.headline.trim() === "" ? "The headline is missing." : null,
    publishedAt: dateProblem(fields.publishedAt),
    url: addressProblem(fields.url),
    outlet: outlet === null ? "Choose who published it." : null,
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
          if (wrong || outlet === null) return;
          const chosen = outlet.value.startsWith(`${NEW} `)
            ? { name: outlet.label.replace(/^New outlet: /, "") }
            : { id: outlet.value };
          const trimmed = {
            headline: fields.headline.trim(),
            byline: fields.byline.trim() || null,
            publishedAt: fields.publishedAt.trim().replace(" ", "T") || null,
            zone: fields.zone.trim() || null,
            url: fields.url.trim() || null,
          };
          const words = `headline: ${trimmed.headline}; date: ${trimmed.publishedAt ?? "none"}; outlet: ${outlet.label}`;
          decisions.editArticle(
            { articleId: article.id, version: article.version, outlet: chosen, ...trimmed },
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
        <OutletField outlet={outlet} onChange={setOutlet} problem={problems.outlet} />
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
  readonly outlet: Choice | null;
  readonly onChange: (outlet: Choice | null) => void;
  readonly problem: string | null;
}

function OutletField({ outlet, onChange, problem }: OutletFieldProps) {
  const [typed, setTyped] = useState(outlet?.label ?? "");
  const query = typed.trim() === outlet?.label ? "" : typed.trim();
  const { answer } = useRead<readonly OutletHit[]>(
    `/api/desk/find/outlets?${new URLSearchParams({ q: query })}`,
  );
  const hits = answer ?? [];
  const isNew = query !== "" && !hits.some((hit) => hit.name.toLowerCase() === query.toLowerCase());
  const choices: readonly Choice[] = [
    ...hits.map(({ id, name }) => ({ value: id, label: name })),
    ...(isNew ? [{ value: `${NEW} ${query}`, label: `New outlet: ${query}` }] : []),
  ];
  return (
    <Field id="article-outlet" label="Outlet" problem={problem}>
      <Combobox
        {...fieldControl("article-outlet", problem)}
        choices={choices}
        value={outlet}
        onChange={onChange}
        onType={setTyped}
      />
    </Field>
  );
}
