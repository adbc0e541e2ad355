"use client";

import { Tag } from "#components/ui/tag.tsx";
import type { DeskActorRecord, DeskAlias } from "#lib/desk/desk-actor.ts";
import { ALIAS_KIND_WORDS, rangeWords } from "../words.ts";
import { NamesForm } from "./names-form.tsx";
import { RecordSection } from "./record-section.tsx";

interface RecordNamesProps {
  readonly actor: DeskActorRecord;
  readonly mayDecide: boolean;
}

/** All names of the record with kind, language and validity. */
export function RecordNames({ actor, mayDecide }: RecordNamesProps) {
  return (
    <RecordSection
      title="Names"
      note={actor.aliases.length}
      change={mayDecide ? "Correct" : null}
      form={(close) => <NamesForm actor={actor} onDone={close} />}
    >
      <div className="overflow-x-auto">
        <table className="w-full text-left text-small">
          <thead>
            <tr className="border-b text-muted *:py-1.5 *:pr-6 *:font-medium">
              <th scope="col">Name</th>
              <th scope="col">Kind</th>
              <th scope="col">Language</th>
              <th scope="col">In use</th>
            </tr>
          </thead>
          <tbody className="divide-y">
            {actor.aliases.map((alias) => (
              <tr key={`${alias.kind} ${alias.name}`} className="align-baseline *:py-1.5 *:pr-6">
                <th
                  scope="row"
                  className="font-serif text-base font-normal"
                  lang={alias.language ?? undefined}
                >
                  {alias.name} {isShown(actor, alias) ? <Tag className="font-sans">shown</Tag> : null}
                </th>
                <td className="text-muted">{ALIAS_KIND_WORDS[alias.kind]}</td>
                <td className="text-muted">{languageWords(alias.language)}</td>
                <td className="text-muted">{rangeWords(alias.from, alias.to)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </RecordSection>
  );
}

/** Whether it is the name the record is shown by. */
export const isShown = (actor: Pick<DeskActorRecord, "name">, alias: Pick<DeskAlias, "name">) =>
  alias.name === actor.name;

function languageWords(tag: string | null): string {
  if (tag === null || tag === "und") return "";
  try {
    return new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
