"use client";

import { type KeyboardEvent, memo } from "react";
import type { CleanedLine } from "#lib/article/cleaned.ts";
import { Button } from "../../ui/button.tsx";
import { cn } from "../../ui/class-names.ts";
import type { Change } from "./draft.ts";
import { goTo, goToNeighbour, lineButtonId } from "./line-focus.ts";
import type { RoleWord } from "./role-words.ts";

interface LineRowProps {
  readonly line: CleanedLine;
  readonly side: "kept" | "dropped";
  /** Whether Tab leads to this row of its list. */
  readonly reached: boolean;
  /** Whether the row above gave the same reason already. */
  readonly said: boolean;
  readonly onReach: (line: number) => void;
  readonly onChange: (change: Change) => void;
  /** The roles the line can be given. */
  readonly roles: readonly RoleWord[];
}

/** One line of the paste: its words, its role and reason, and a button that moves it across. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { line, side, reached, said, onReach, onChange, roles } = props;
  const kept = side === "kept";
  const tabIndex = reached ? 0 : -1;

  /** Moves the line across; the next line of the column takes its place, under the finger and for the keys. */
  function move() {
    goToNeighbour(line.line);
    onChange({ type: kept ? "drop" : "keep", line: line.line });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = actOf(event.key);
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  function actOf(key: string): (() => void) | undefined {
    const { line: number } = line;
    if (
      key === "ArrowDown" ||
      key === "ArrowUp" ||
      key === "Home" ||
      key === "End" ||
      key.startsWith("Arrow")
    )
      return () => goTo(number, key);
    if (key === (kept ? "d" : "k")) return move;
    if (key === "u") return () => onChange({ type: "undo" });
    const role = roles.find((word) => word.key === key)?.role;
    if (role === undefined) return undefined;
    return () => {
      if (!kept) goToNeighbour(number);
      onChange({ type: "role", line: number, role });
    };
  }

  return (
    <li
      className={cn(
        "group grid items-start gap-x-3 border-b py-1.5 has-[:focus-visible]:bg-raised",
        kept
          ? "grid-cols-[1.5rem_minmax(0,1fr)_auto] gap-x-2 sm:gap-x-3 sm:grid-cols-[2rem_6.5rem_minmax(0,1fr)_auto]"
          : "grid-cols-[2rem_minmax(0,1fr)_auto]",
      )}
    >
      <span aria-hidden="true" className="pt-1 text-right text-micro text-muted">
        {line.line + 1}
      </span>
      {kept ? (
        <select
          aria-label={`Role of line ${line.line + 1}`}
          value={line.role}
          tabIndex={tabIndex}
          onFocus={() => onReach(line.line)}
          onChange={(event) => {
            const role = roles.find((word) => word.role === event.target.value)?.role;
            if (role) onChange({ type: "role", line: line.line, role });
          }}
          className="h-6 w-full max-w-40 max-sm:col-span-2 cursor-pointer rounded border border-transparent bg-paper text-micro text-muted hover:border-edge sm:mt-0.5"
        >
          {roles.map(({ role, name }) => (
            <option key={role} value={role}>
              {name}
            </option>
          ))}
        </select>
      ) : null}
      <p id={`words-${line.line}`} className={cn("min-w-0", kept && "max-sm:col-start-2")}>
        <span className={cn("break-words", wordsLook(line, kept))}>{line.text}</span>
        <span className={said ? "sr-only" : "block text-micro text-muted"}> {line.reason}</span>
      </p>
      <Button
        id={lineButtonId(line.line)}
        size="small"
        look="quiet"
        tabIndex={tabIndex}
        aria-label={`${kept ? "Drop" : "Keep"} line ${line.line + 1}`}
        aria-describedby={`words-${line.line}`}
        onFocus={() => onReach(line.line)}
        onKeyDown={onKeyDown}
        onClick={move}
        className={cn("text-muted", kept || "lg:flex-row-reverse")}
      >
        {kept ? "Drop" : "Keep"}
        <span aria-hidden="true" className="max-lg:hidden">
          {kept ? "→" : "←"}
        </span>
      </Button>
    </li>
  );
});

function wordsLook({ role }: CleanedLine, kept: boolean): string {
  if (!kept)
    return "text-small text-muted line-clamp-4 group-hover:line-clamp-none group-focus-within:line-clamp-none";
  if (role === "headline") return "font-serif text-quote font-medium";
  if (role === "standfirst") return "font-serif text-read italic";
  if (role === "paragraph") return "font-serif text-read";
  return "text-base";
}
