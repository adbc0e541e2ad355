import type { IdentifiedUnnamed } from "#lib/actor/published-identification.server.ts";
import type { PublicStatement } from "#lib/statement/published.server.ts";
import { Section } from "../site/section.tsx";
import { StatementList } from "../statement/statement-list.tsx";
import { Tag } from "../ui/tag.tsx";
import { SourceWords } from "./unnamed.tsx";

/** One unnamed source that was the actor, as a published source says, and what it said. */
export interface IdentifiedGroup extends IdentifiedUnnamed {
  readonly statements: readonly PublicStatement[];
}

interface IdentifiedStatementsProps {
  readonly name: string;
  readonly groups: readonly IdentifiedGroup[];
}

/** Statements of unnamed sources that published sources identify as the actor: apart from the actor's own, and marked. */
export function IdentifiedStatements({ name, groups }: IdentifiedStatementsProps) {
  if (groups.length === 0) return null;
  return (
    <Section title="As an unnamed source" note={`identified as ${name} by others, attributed by no outlet`}>
      {groups.map(({ unnamed, statements, ...source }) => (
        <section key={`${unnamed.id} ${source.url}`} className="mb-10">
          <p className="mb-4 max-w-measure border-l-2 border-accent pl-3 text-small">
            <Tag tone="accent">unnamed source</Tag> “<a href={`/actors/${unnamed.slug}`}>{unnamed.name}</a>”,
            identified as {name} by <SourceWords {...source} />.
          </p>
          <StatementList statements={statements} />
        </section>
      ))}
    </Section>
  );
}
