import type { ReactNode } from "react";
import { cn } from "./class-names.ts";

interface FieldProps {
  readonly id: string;
  readonly label: ReactNode;
  /** One line under the control. */
  readonly hint?: ReactNode;
  /** What is wrong and what to do. */
  readonly problem?: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Ids that tie a control to its hint and its problem: spread `fieldControl(id, problem)` on the control. */
export function fieldControl(id: string, problem?: ReactNode, hint?: ReactNode) {
  const described = [problem ? `${id}-problem` : "", hint ? `${id}-hint` : ""].filter(Boolean).join(" ");
  return {
    id,
    ...(described ? { "aria-describedby": described } : {}),
    ...(problem ? { "aria-invalid": true } : {}),
  };
}

/** A control with its label, hint and problem. Renders without JavaScript. */
export function Field({ id, label, hint, problem, className, children }: FieldProps) {
  return (
    <div className={cn("grid content-start gap-1", className)}>
      <label htmlFor={id} className="text-small font-medium">
        {label}
      </label>
      {children}
      {problem ? (
        <p id={`${id}-problem`} className="text-small text-accent">
          <span aria-hidden="true">! </span>
          {problem}
        </p>
      ) : null}
      {hint ? (
        <p id={`${id}-hint`} className="text-small text-muted">
          {hint}
        </p>
      ) : null}
    </div>
  );
}
