import { Fragment } from "react";

interface ViaProps {
  readonly via: readonly { readonly name: string; readonly slug: string }[];
}

/** The relays between outlet and speaker, outermost first: ", via KCNA". Nothing without one. */
export function Via({ via }: ViaProps) {
  if (via.length === 0) return null;
  return (
    <>
      , via{" "}
      {via.map((relay, at) => (
        <Fragment key={relay.slug}>
          {at > 0 ? ", citing " : ""}
          <a href={`/actors/${relay.slug}`}>{relay.name}</a>
        </Fragment>
      ))}
    </>
  );
}
