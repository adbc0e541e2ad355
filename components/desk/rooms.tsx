"use client";

import { usePathname } from "next/navigation";

interface Room {
  readonly href: string;
  readonly name: string;
}

/** The desk's rooms; the one that is open is marked. */
export function Rooms({ rooms }: { readonly rooms: readonly Room[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Desk">
      <ul className="flex flex-wrap gap-x-5 text-small sm:gap-x-6">
        {rooms.map(({ href, name }) => (
          <li key={href}>
            <a
              href={href}
              aria-current={pathname === href ? "page" : isIn(href, pathname) ? "true" : undefined}
              className="quiet-link inline-block border-b border-transparent py-1 aria-[current]:border-ink"
            >
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Whether a page lies in a room; the inbox is the door to all of them and holds none. */
const isIn = (href: string, pathname: string) => href !== "/desk" && pathname.startsWith(`${href}/`);
