import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

interface TabLinksProps {
  readonly label: string;
  readonly tabs: readonly {
    readonly href: string;
    readonly text: string;
    readonly current: boolean;
    readonly count?: ReactNode;
  }[];
}

/** Views of one page as links: each has its own address and works without JavaScript. */
export function TabLinks({ label, tabs }: TabLinksProps) {
  return (
    <nav aria-label={label} className="border-b">
      <ul className="-mb-px flex flex-wrap gap-x-6">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <a
              href={tab.href}
              aria-current={tab.current ? "page" : undefined}
              className={cn(
                "block border-b-2 border-transparent py-2 text-small no-underline",
                tab.current ? "border-accent font-semibold text-ink" : "text-muted hover:border-edge",
              )}
            >
              {tab.text}
              {tab.count === undefined ? null : (
                <span className="ml-1.5 font-normal text-muted">{tab.count}</span>
              )}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
