import type { ReactNode } from "react";
import { Shell } from "#components/site/shell.tsx";

export default function PublicLayout({ children }: { readonly children: ReactNode }) {
  return <Shell>{children}</Shell>;
}
