"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { XIcon } from "lucide-react";
import type { ReactNode } from "react";
import { buttonLook } from "./button-look.ts";

/** Says what was done: `const { add } = useToast(); add({ title: "Accepted", actionProps: { children: "Undo", onClick } })`. */
export const useToast = Base.useToastManager;

/** Wraps the pages that use toasts; they stand at the foot of the window and are read out. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  return (
    <Base.Provider timeout={6_000} limit={3}>
      {children}
      <Base.Portal>
        <Base.Viewport className="fixed right-4 bottom-4 left-4 z-50 grid gap-2 sm:left-auto sm:w-96">
          <Toasts />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function Toasts() {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className="rounded border border-edge bg-paper transition-opacity duration-100 data-ending-style:opacity-0 data-limited:hidden data-starting-style:opacity-0"
    >
      <Base.Content className="flex items-start gap-3 p-3">
        <div className="min-w-0 grow">
          <Base.Title className="font-medium" />
          <Base.Description className="text-small text-muted" />
        </div>
        <Base.Action className={buttonLook({ size: "small" })} />
        <Base.Close aria-label="Dismiss" className={buttonLook({ look: "quiet", size: "icon" })}>
          <XIcon aria-hidden="true" className="size-4" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
