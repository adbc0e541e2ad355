import { Fragment } from "react";

interface KeyLineProps {
  /** What has the focus: "a statement". */
  readonly what: string;
  /** Each key, and what it does. */
  readonly keys: readonly (readonly [string, string])[];
}

/** Says which keys act on what has the focus. */
export function KeyLine({ what, keys }: KeyLineProps) {
  return (
    <p className="text-micro text-muted max-md:hidden">
      Keys, while {what} has the focus:{" "}
      {keys.map(([key, words], at) => (
        <Fragment key={key}>
          {at > 0 ? " · " : ""}
          <kbd className="font-sans font-semibold">{key}</kbd> {words}
        </Fragment>
      ))}
    </p>
  );
}
