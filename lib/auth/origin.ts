import { OnRecordError } from "../errors.ts";

/**
 * Refuses a write that did not come from one of our own pages. A browser sends Origin with every POST; a request
 * without one is refused too, so that nothing rests on what a sender leaves out.
 * @param allowed public base address of this installation, without a path.
 */
export function checkOrigin(headers: Headers, allowed: string): void {
  if (headers.get("origin") !== allowed)
    throw new OnRecordError(
      "forbidden",
      `This came from another site and was refused. Open On Record at ${allowed}.`,
    );
}
