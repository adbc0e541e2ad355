"use client";

import { usePathname } from "next/navigation";

/** The public rooms; the one the reader is in is marked, also on the pages inside it. */
export function PublicRooms({ rooms }: { readonly rooms: readonly (readonly [string, string])[] }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Rooms">
      <ul className="flex gap-x-5 text-small sm:gap-x-7">
        {rooms.map(([href, name]) => (
          <li key={href}>
            <a
              href={href}
              aria-current={pathname === href ? "page" : pathname.startsWith(`${href}/`) ? "true" : undefined}
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
