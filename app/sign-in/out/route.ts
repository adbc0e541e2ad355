import { refusal } from "#app/door.ts";
import { signOut } from "#lib/auth/sign-in.server.ts";
import { leadTo } from "../form.ts";

/** Signs out: the desk's form sends this. */
export async function POST(request: Request): Promise<Response> {
  try {
    return leadTo("/sign-in?signed-out", await signOut(request.headers));
  } catch (error) {
    return refusal(error);
  }
}
