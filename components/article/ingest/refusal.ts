import { DeskRefusal } from "../../desk/request.ts";
import type { Outcome } from "./save-outcome.tsx";

/** What saving came to when the door refused it. */
export function outcomeOf(error: unknown): Outcome {
  if (!(error instanceof DeskRefusal))
    return { kind: "problem", message: "It was not saved. Try again; your work is still here." };
  if (error.code === "signedOut") return { kind: "signedOut" };
  const { articleId, sameAddress, nearlySame } = error.detail;
  if (error.code === "conflict")
    return {
      kind: "conflict",
      message: error.message,
      articleId: typeof articleId === "string" ? articleId : undefined,
      mayBeSame: sameAddress === true || nearlySame === true,
      mayBeAnother: nearlySame === true,
    };
  return { kind: "problem", message: error.message };
}

/** The fields a refusal names, so that each says what is wrong with it. */
export function wrongFields(error: unknown): Readonly<Record<string, string>> {
  const fields = error instanceof DeskRefusal ? error.detail.fields : undefined;
  if (!Array.isArray(fields)) return {};
  return Object.fromEntries(
    fields.flatMap((one: unknown) =>
      typeof one === "object" && one !== null && "field" in one && "message" in one
        ? [[String(one.field).split(".")[0], String(one.message)]]
        : [],
    ),
  );
}
