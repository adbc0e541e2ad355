import { cn } from "../ui/class-names.ts";
import { THEMES, type Theme } from "./theme.ts";

const NAMES: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

/** Chooses light or dark without JavaScript; the answer is a cookie and the same page again. */
export function ThemeSwitch({ theme }: { readonly theme: Theme }) {
  return (
    <form action="/theme" method="post" aria-label="Colours" className="-mx-1 flex gap-x-1">
      {THEMES.map((one) => (
        <button
          type="submit"
          key={one}
          name="theme"
          value={one}
          aria-pressed={one === theme}
          className={cn(
            "cursor-pointer px-1 py-1 underline-offset-4 hover:text-ink",
            one === theme ? "text-ink underline decoration-edge" : "",
          )}
        >
          {NAMES[one]}
        </button>
      ))}
    </form>
  );
}
