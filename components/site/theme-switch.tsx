import { cn } from "../ui/class-names.ts";
import { THEMES, type Theme } from "./theme.ts";

const NAMES: Record<Theme, string> = { system: "System", light: "Light", dark: "Dark" };

/** Chooses light or dark without JavaScript; the answer is a cookie and the same page again. */
export function ThemeSwitch({ theme }: { readonly theme: Theme }) {
  return (
    <form action="/theme" method="post" aria-label="Colours" className="flex gap-x-1">
      {THEMES.map((one) => (
        <button
          type="submit"
          key={one}
          name="theme"
          value={one}
          aria-pressed={one === theme}
          className={cn(
            "cursor-pointer border-b px-1 py-1 hover:text-ink",
            one === theme ? "border-edge text-ink" : "border-transparent",
          )}
        >
          {NAMES[one]}
        </button>
      ))}
    </form>
  );
}
