import type { PublicAlias } from "#lib/actor/published.server.ts";
import { ALIAS_KIND_WORDS, rangeWords } from "./words.ts";

/** All names an actor goes by, with what kind of name each is and when it is good. */
export function Names({ aliases }: { readonly aliases: readonly PublicAlias[] }) {
  const dated = aliases.some((alias) => alias.from !== null || alias.to !== null);
  return (
    <table className="w-full max-w-measure text-left text-small">
      <thead>
        <tr className="border-b text-muted *:py-1.5 *:pr-6 *:font-medium">
          <th scope="col">Name</th>
          <th scope="col">Kind</th>
          {dated ? <th scope="col">In use</th> : null}
        </tr>
      </thead>
      <tbody className="divide-y">
        {aliases.map((alias) => (
          <tr key={`${alias.kind} ${alias.name}`} className="align-baseline *:py-1.5 *:pr-6">
            <th scope="row" className="font-serif text-read font-normal" lang={alias.language ?? undefined}>
              {alias.name}
            </th>
            <td className="text-muted">{ALIAS_KIND_WORDS[alias.kind]}</td>
            {dated ? (
              <td className="whitespace-nowrap text-muted">{rangeWords(alias.from, alias.to)}</td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
