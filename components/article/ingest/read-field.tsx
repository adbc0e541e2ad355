"use client";

import { Field, fieldControl } from "../../ui/field.tsx";
import { Input, Textarea } from "../../ui/input.tsx";
import type { Change, FieldReading, ReadField as Name } from "./draft.ts";
import { focusLine } from "./line-focus.ts";

interface ReadFieldProps {
  readonly name: Name;
  readonly label: string;
  readonly reading: FieldReading;
  readonly onChange: (change: Change) => void;
  /** What the field says when nothing was found. */
  readonly absent: string;
  readonly problem?: string | undefined;
  readonly placeholder?: string;
  /** Names to choose from; any other may be typed. */
  readonly names?: readonly string[];
  readonly long?: boolean;
  readonly className?: string;
}

/** One field of the article, with where its words come from. */
export function ReadField(props: ReadFieldProps) {
  const { name, label, reading, onChange, absent, problem, placeholder, names, long, className } = props;
  const id = `field-${name}`;
  const hint = <Origin name={name} reading={reading} absent={absent} onChange={onChange} />;
  const shared = {
    // A date's own sign between day and time is a T; people write a space.
    value: name === "publishedAt" ? reading.value.replace("T", " ") : reading.value,
    ...(placeholder ? { placeholder } : {}),
    ...fieldControl(id, problem, hint),
  };
  const edit = (value: string) =>
    onChange({ type: "edit", field: name, value: name === "publishedAt" ? value.replace(" ", "T") : value });
  return (
    <Field id={id} label={label} hint={hint} problem={problem} {...(className ? { className } : {})}>
      {long ? (
        <Textarea rows={2} className="min-h-0" {...shared} onChange={(event) => edit(event.target.value)} />
      ) : (
        <Input
          {...shared}
          {...(names ? { list: `${id}-names`, autoComplete: "off" } : {})}
          onChange={(event) => edit(event.target.value)}
        />
      )}
      {names ? (
        <datalist id={`${id}-names`}>
          {names.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      ) : null}
    </Field>
  );
}

type OriginProps = Pick<ReadFieldProps, "name" | "reading" | "absent" | "onChange">;

/** Where a field comes from: lines of the paste, the editor, or nowhere. */
function Origin({ name, reading, absent, onChange }: OriginProps) {
  if (reading.edited)
    return (
      <>
        written by you{" · "}
        <button
          type="button"
          className="cursor-pointer underline underline-offset-2 hover:text-accent"
          onClick={() => onChange({ type: "restore", field: name })}
        >
          back to what the page says
        </button>
      </>
    );
  const [first] = reading.from;
  if (!first) return absent;
  const numbers = reading.from.map(({ line }) => line + 1);
  return (
    <>
      from{" "}
      <button
        type="button"
        className="cursor-pointer underline underline-offset-2 hover:text-accent"
        onClick={() => focusLine(first.line)}
      >
        {numbers.length === 1 ? "line" : "lines"} {numbers.join(", ")}
      </button>
      : {first.reason}
    </>
  );
}
