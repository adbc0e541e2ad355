import { z } from "zod";
import { storedAuthority } from "#lib/actor/authority.server.ts";
import type { Viewer } from "#lib/auth/viewer.ts";
import { db, inTransaction } from "#lib/db.server.ts";
import { suggestAgain } from "#lib/desk/suggest-again.server.ts";
import { OnRecordError } from "#lib/errors.ts";

interface Wanted {
  /** One article; undefined: all. */
  readonly article: string | undefined;
  /** E-mail address of whoever signs; undefined: the administrator who was there first. */
  readonly by: string | undefined;
}

/** A line of progress after so many articles. */
const EVERY = 25;

/**
 * Has the present engine read one or all articles again, each in a transaction of its own, so that editors go on
 * meanwhile. What can't be read again is named and left as it is. Returns what to print.
 */
export async function suggestAgainIn({ article, by }: Wanted, note: (line: string) => void): Promise<string> {
  const viewer = await signer(by);
  const authority = await storedAuthority(db());
  const ids = article === undefined ? allArticles() : [{ id: parseId(article) }];
  const total = article === undefined ? await db().article.count({ where: { deletedReason: null } }) : 1;
  const sum = { read: 0, added: 0, replaced: 0, failed: 0 };
  for await (const { id } of ids) {
    try {
      const { added, replaced } = await inTransaction(db(), (tx) =>
        suggestAgain(tx, viewer, { articleId: id }, authority),
      );
      sum.added += added;
      sum.replaced += replaced;
    } catch (error) {
      if (article !== undefined) throw error;
      sum.failed++;
      note(`${id}: ${error instanceof Error ? error.message : error}`);
    }
    sum.read++;
    if (sum.read % EVERY === 0) note(`${sum.read} of ${total}: ${sum.added} new, ${sum.replaced} replaced`);
  }
  const failed = sum.failed === 0 ? "" : `, ${sum.failed} not read again`;
  const articles = sum.read === 1 ? "1 article" : `${sum.read} articles`;
  return `${articles}: ${sum.added} new suggestions, ${sum.replaced} replaced${failed}; signed ${viewer.name}.`;
}

/** All articles on record, oldest first; those that come in meanwhile were read by the present engine anyway. */
async function* allArticles(): AsyncGenerator<{ id: string }> {
  let after: string | null = null;
  for (;;) {
    const rows: { id: string }[] = await db().article.findMany({
      where: { deletedReason: null, ...(after === null ? {} : { id: { gt: after } }) },
      orderBy: { id: "asc" },
      take: 200,
      select: { id: true },
    });
    yield* rows;
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
  }
}

/** Every decision is signed by somebody who may decide. */
async function signer(email: string | undefined): Promise<Viewer> {
  const user = await db().user.findFirst({
    where: {
      disabledAt: null,
      sample: false,
      ...(email === undefined ? { role: "admin" } : { email: email.trim().toLowerCase() }),
    },
    orderBy: { createdAt: "asc" },
  });
  if (!user)
    throw new OnRecordError(
      "missing",
      email === undefined
        ? "There is no administrator who could sign: add one, or name an editor with --by EMAIL."
        : `There is no open account for ${email}.`,
    );
  return { userId: user.id, name: user.name, email: user.email, role: user.role, sample: false };
}

function parseId(id: string): string {
  if (z.uuid().safeParse(id).success) return id;
  throw new OnRecordError(
    "invalid",
    `${id} is no article's ID: it is in the address of its page on the desk.`,
  );
}
