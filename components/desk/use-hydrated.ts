"use client";

import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** Whether scripts run by now: a control that needs them stands there from then on, not before. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
