import { type Command, keyOf } from "./keys.ts";

/** The key beside a button's words; the button itself says it with aria-keyshortcuts. */
export function KeyHint({ command }: { readonly command: Command }) {
  return (
    <span aria-hidden="true" className="text-micro font-normal opacity-70 max-md:hidden">
      {keyOf(command).replace("Escape", "Esc")}
    </span>
  );
}
