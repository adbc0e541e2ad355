import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeArticle, makeStatement, makeViewer } from "#prisma/seed/factories.ts";
import { tieClaim } from "../claim/write.server.ts";
import { db, inTransaction } from "../db.server.ts";
import { signOff } from "../desk/sign-off.server.ts";
import { addStatement } from "../statement/write.server.ts";
import { driftFromSchema } from "./migrate.ts";
import { freshDatabase } from "./testing.ts";

const url = await freshDatabase();

/** One row in every table, made through the write functions. */
beforeAll(async () => {
  const editor = await makeViewer(db());
  const article = await makeArticle(db(), editor);
  const { statementId } = await inTransaction(db(), (tx) =>
    addStatement(tx, editor, {
      revisionId: article.revisionId,
      actor: { name: "Ines Halloran", kind: "person" },
      spans: {
        speaker: [article.span("Ines Halloran")],
        cue: [article.span("said")],
        content: [article.span("“The night boat loses money on every crossing,”")],
      },
      via: [
        {
          actor: { name: "Harbour Council", kind: "organisation" },
          proof: article.span("The harbour council"),
        },
      ],
    }),
  );
  await inTransaction(db(), (tx) =>
    tieClaim(tx, editor, {
      statementId,
      version: 1,
      claim: { sentence: "The night ferry makes a loss." },
      stance: "asserts",
    }),
  );
  const { seq } = await db().decision.findFirstOrThrow({
    where: { articleId: article.articleId },
    orderBy: { seq: "desc" },
  });
  await inTransaction(db(), (tx) =>
    signOff(tx, editor, { articleId: article.articleId, lastSeq: String(seq) }),
  );
});
afterAll(() => db().$disconnect());

const run = (sql: string) => db().$executeRawUnsafe(sql);

describe("what is frozen stays", () => {
  const FROZEN = [
    "revision",
    "sighting",
    "anchor",
    "span",
    "decision",
    "sign_off",
    "signed_statement",
    "signed_relay",
    "signed_stance",
  ];

  it.each(FROZEN)("%s refuses UPDATE, DELETE and TRUNCATE", async (table) => {
    const [{ count } = { count: 0 }] = await db().$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM ${table}`,
    );
    expect(count).toBeGreaterThan(0);
    await expect(run(`UPDATE ${table} SET sample = sample`)).rejects.toThrow(/never change/);
    await expect(run(`DELETE FROM ${table}`)).rejects.toThrow(/never change/);
    await expect(run(`TRUNCATE ${table} CASCADE`)).rejects.toThrow(/never change/);
  });

  it("an address refuses to leave, to point elsewhere and TRUNCATE, and may stop being the current one", async () => {
    await expect(run("DELETE FROM address")).rejects.toThrow(/lives for ever/);
    await expect(run("UPDATE address SET slug = slug || 'x'")).rejects.toThrow(/one noun for ever/);
    await expect(run("UPDATE address SET sample = true")).rejects.toThrow(/one noun for ever/);
    await expect(run("TRUNCATE address")).rejects.toThrow(/never change/);
    await expect(run("UPDATE address SET current = current")).resolves.toBeGreaterThan(0);
  });

  it("refuses to mark a frozen row as sample on the way in", async () => {
    await expect(
      run(
        "INSERT INTO revision SELECT gen_random_uuid(), article_id, 9, text || 'x', 'x', parts, raw, extractor, cause, true FROM revision LIMIT 1",
      ),
    ).rejects.toThrow(/sample flag/);
    await expect(
      run(`INSERT INTO decision (user_id, action, article_id, summary, before, after, sample)
      SELECT user_id, action, article_id, summary, before, after, true FROM decision WHERE article_id IS NOT NULL LIMIT 1`),
    ).rejects.toThrow(/sample flag/);
  });
});

describe("a revision's text", () => {
  const insert = (text: string, sha256?: string) =>
    db().$executeRaw`INSERT INTO revision (id, article_id, number, text, sha256, parts, raw, extractor, cause)
      SELECT gen_random_uuid(), article_id, 7, ${text}, coalesce(${sha256 ?? null}, encode(sha256(convert_to(${text}, 'UTF8')), 'hex')), parts, raw, 't', cause
      FROM revision LIMIT 1`;

  it("must be NFC", () => expect(insert("e\u0301")).rejects.toThrow(/revision_text_nfc/));
  it("must not hold a carriage return", () =>
    expect(insert("a\r\nb")).rejects.toThrow(/revision_text_lines/));
  it("must not hold a byte order mark", () =>
    expect(insert("\uFEFFa")).rejects.toThrow(/revision_text_lines/));
  it("must not be empty", () => expect(insert("")).rejects.toThrow(/revision_text_lines/));
  it("must not hold NUL", () => expect(insert("a\u0000b")).rejects.toThrow());
  it("must have the hash of its own bytes", () =>
    expect(insert("abc", "0".repeat(64))).rejects.toThrow(/revision_text_hash/));
  it("is one revision per article and hash", () =>
    expect(
      run(
        `INSERT INTO revision SELECT gen_random_uuid(), article_id, 8, text, sha256, parts, raw, extractor, cause FROM revision LIMIT 1`,
      ),
    ).rejects.toThrow(/sha256/));
});

describe("spans and anchors", () => {
  const FIRST = "(SELECT id FROM anchor ORDER BY created_at LIMIT 1)";
  /** A new anchor with one content span, copied from the first one with a change. */
  const insertSpan = (change: string) =>
    db().$transaction(async (tx) => {
      const id = randomUUID();
      await tx.$executeRawUnsafe(`INSERT INTO anchor (id, statement_id, article_id, revision_id)
        SELECT '${id}', statement_id, article_id, revision_id FROM anchor WHERE id = ${FIRST}`);
      return tx.$executeRawUnsafe(`INSERT INTO span (id, anchor_id, revision_id, role, position, start, "end", exact, prefix, suffix)
        SELECT gen_random_uuid(), '${id}', revision_id, role, 0, ${change} FROM span WHERE role = 'content' AND anchor_id = ${FIRST}`);
    });

  it("takes a span whose words are the revision's", () =>
    expect(insertSpan(`start, "end", exact, prefix, suffix`)).resolves.toBe(1));
  it.each([
    ["other words", `start, "end", overlay(exact placing 'X' from 2 for 1), prefix, suffix`],
    ["an offset in UTF-16 instead of code points", `start + 1, "end" + 1, exact, prefix, suffix`],
    ["another prefix", `start, "end", exact, 'no', suffix`],
    ["another suffix", `start, "end", exact, prefix, 'no'`],
    ["an end behind the text", `start, 100000, exact, prefix, suffix`],
    ["no character", `start, start, '', prefix, suffix`],
    ["a start below nought", `-1, "end", exact, prefix, suffix`],
  ])("refuses %s", (_, change) => expect(insertSpan(change)).rejects.toThrow(/words it says|span_bounds/));

  it("refuses a span for an anchor that stands already, however right its words", () =>
    expect(
      run(`INSERT INTO span (id, anchor_id, revision_id, role, position, start, "end", exact, prefix, suffix)
        SELECT gen_random_uuid(), anchor_id, revision_id, role, 7, start, "end", exact, prefix, suffix FROM span WHERE role = 'content' LIMIT 1`),
    ).rejects.toThrow(/belongs to is frozen/));

  it.each([
    [
      "signed_statement",
      "sign_off_id, (SELECT id FROM statement OFFSET 1 LIMIT 1), anchor_id, kind, mode, attributed_to_id, words",
      "sign_off_id, statement_id, anchor_id, kind, mode, attributed_to_id, words",
    ],
    [
      "signed_relay",
      "sign_off_id, statement_id, 9, actor_id",
      "sign_off_id, statement_id, position, actor_id",
    ],
    [
      "signed_stance",
      "sign_off_id, statement_id, gen_random_uuid(), kind",
      "sign_off_id, statement_id, claim_id, kind",
    ],
  ])("refuses a %s for a sign-off that stands already", (table, values, columns) =>
    expect(run(`INSERT INTO ${table} (${columns}) SELECT ${values} FROM ${table} LIMIT 1`)).rejects.toThrow(
      /belongs to is frozen|does not stand in the article/,
    ),
  );

  it("refuses a span of another revision than its anchor's", async () => {
    await expect(
      run(`INSERT INTO span (id, anchor_id, revision_id, role, position, start, "end", exact, prefix, suffix)
        SELECT gen_random_uuid(), anchor_id, '${randomUUID()}', role, 6, start, "end", exact, prefix, suffix FROM span LIMIT 1`),
    ).rejects.toThrow();
  });

  it("refuses an anchor without content when the transaction ends", () =>
    expect(
      run(
        `INSERT INTO anchor (id, statement_id, article_id, revision_id) SELECT gen_random_uuid(), statement_id, article_id, revision_id FROM anchor LIMIT 1`,
      ),
    ).rejects.toThrow(/no content span/));

  it("refuses an anchor in another article's revision", async () => {
    const editor = await makeViewer(db());
    const other = await makeArticle(db(), editor);
    await expect(
      run(
        `INSERT INTO anchor (id, statement_id, article_id, revision_id) SELECT gen_random_uuid(), statement_id, article_id, '${other.revisionId}' FROM anchor LIMIT 1`,
      ),
    ).rejects.toThrow(/anchor_revision_id_article_id_fkey/);
    await expect(
      run(
        `INSERT INTO anchor (id, statement_id, article_id, revision_id) SELECT gen_random_uuid(), statement_id, '${other.articleId}', '${other.revisionId}' FROM anchor LIMIT 1`,
      ),
    ).rejects.toThrow(/anchor_statement_id_article_id_fkey/);
  });

  it("refuses to sign off a statement of another article", async () => {
    const editor = await makeViewer(db());
    const other = await makeArticle(db(), editor);
    const { statementId } = await makeStatement(db(), editor, other, "Someone Else");
    await expect(
      run(`INSERT INTO signed_statement (sign_off_id, statement_id, anchor_id, kind, mode, attributed_to_id, words)
        SELECT (SELECT id FROM sign_off LIMIT 1), id, anchor_id, kind, mode, attributed_to_id, 'x' FROM statement WHERE id = '${statementId}'`),
    ).rejects.toThrow(/does not stand in the article/);
  });
});

describe("ingestion", () => {
  it("refuses to delete an article that is public, and to delete one without a reason", async () => {
    await expect(
      run("UPDATE article SET deleted_reason = 'x' WHERE sign_off_id IS NOT NULL"),
    ).rejects.toThrow(/article_deleted/);
    await expect(
      run("UPDATE article SET sign_off_id = NULL, deleted_reason = ' ' WHERE sign_off_id IS NOT NULL"),
    ).rejects.toThrow(/article_deleted/);
  });
  it("refuses raw bytes that are not those of the hash", () =>
    expect(
      run(`INSERT INTO revision (id, article_id, number, text, sha256, parts, raw, raw_coding, raw_sha256, extractor, cause)
        SELECT gen_random_uuid(), article_id, 99, 'x', encode(sha256('x'), 'hex'), '[]', 'raw', 'none',
          repeat('0', 64), 'html/1', 'outletChange' FROM revision LIMIT 1`),
    ).rejects.toThrow(/revision_raw_hash/));
  it("refuses a change that leads from a text to itself, or ends before it begins", async () => {
    const change = (after: string, times: string) =>
      run(`INSERT INTO outlet_change (id, article_id, before_id, after_id, seen_before, seen_after)
        SELECT gen_random_uuid(), article_id, id, ${after}, ${times} FROM revision LIMIT 1`);
    await expect(change("id", "now(), now()")).rejects.toThrow(/outlet_change_two/);
    await expect(change("gen_random_uuid()", "now(), now() - interval '1 day'")).rejects.toThrow(
      /outlet_change_interval/,
    );
  });
  it("refuses a statement that waits where its words simply stand", () =>
    expect(
      run(`INSERT INTO reanchoring (id, statement_id, article_id, from_anchor_id, revision_id, found, carried, reason)
        SELECT gen_random_uuid(), statement_id, article_id, id, revision_id, 'exact', '{}', 'x' FROM anchor LIMIT 1`),
    ).rejects.toThrow(/reanchoring_found/));
});

describe("small facts", () => {
  it("two tenures of one office may not overlap, and may touch", async () => {
    const actor = await db().actor.findFirstOrThrow();
    const office = await db().office.create({
      data: { key: "test-office", title: "Test office", bodyId: actor.id },
    });
    const tenure = (from: string, to: string | null) =>
      db().tenure.create({
        data: { officeId: office.id, holderId: actor.id, from: new Date(from), to: to ? new Date(to) : null },
      });
    await tenure("2014-10-01", "2024-10-01");
    await tenure("2024-10-01", null);
    await expect(tenure("2024-09-30", "2024-10-02")).rejects.toThrow(/tenure_alone/);
    await expect(tenure("2010-01-02", "2010-01-01")).rejects.toThrow(/tenure_range/);
  });

  it("an address points at exactly one noun and one address of a noun is current", async () => {
    await expect(run("INSERT INTO address (slug) VALUES ('nothing')")).rejects.toThrow(/address_noun/);
    await expect(
      run("INSERT INTO address (slug, actor_id) SELECT 'second', id FROM actor LIMIT 1"),
    ).rejects.toThrow(/address_current_actor|actor_id/);
    await expect(
      run("INSERT INTO address (slug, actor_id, current) SELECT 'Not a Slug', id, false FROM actor LIMIT 1"),
    ).rejects.toThrow(/address_slug/);
  });

  it("outlets of one name, whatever its case, are one", () =>
    expect(
      run(
        "INSERT INTO outlet (id, name, kind) SELECT gen_random_uuid(), upper(name), kind FROM outlet LIMIT 1",
      ),
    ).rejects.toThrow(/outlet_name_once|lower/));

  it("a pasted article without an address is one per outlet and text", async () => {
    const copy = `INSERT INTO article (id, outlet_id, headline, first_sha256) SELECT gen_random_uuid(), outlet_id, headline, first_sha256 FROM article LIMIT 1`;
    await run(copy);
    await expect(run(copy)).rejects.toThrow(/article_pasted_once|first_sha256/);
  });

  it.each([
    [
      "a suggestion accepted without a statement",
      "UPDATE suggestion SET state = 'accepted', statement_id = NULL",
      /suggestion_accepted/,
    ],
    ["a confidence above one", "UPDATE suggestion SET confidence = 1.1", /suggestion_confidence/],
    ["an empty headline", "UPDATE article SET headline = ' '", /article_headline/],
    ["a date without a precision", "UPDATE article SET published_precision = NULL", /article_published/],
    ["a script for an address", "UPDATE article SET canonical_url = 'javascript:1'", /article_url/],
    ["an empty claim", "UPDATE claim SET sentence = ''", /claim_sentence/],
    ["an actor that is part of itself", "UPDATE actor SET part_of_id = id", /actor_part/],
    ["an outlet without a name", "UPDATE outlet SET name = ''", /outlet_name/],
  ])("refuses %s", (_, sql, constraint) => expect(run(sql)).rejects.toThrow(constraint));
});

describe("what the schema language can't see is there", () => {
  const TRIGGERS = [
    ...[
      "revision",
      "sighting",
      "anchor",
      "span",
      "decision",
      "sign_off",
      "signed_statement",
      "signed_relay",
      "signed_stance",
      "address",
    ].flatMap((table) => [`${table}_frozen`, `${table}_kept`]),
    "revision_sample",
    "anchor_sample",
    "sign_off_sample",
    "decision_sample",
    "span_exact",
    "span_with_anchor",
    "signed_statement_with_sign_off",
    "signed_relay_with_sign_off",
    "signed_stance_with_sign_off",
    "anchor_content",
    "signed_statement_place",
    "actor_merge_checked",
    "actor_merge_kept",
    "actor_distinction_checked",
    "actor_distinction_kept",
    "actor_canonical_added",
    "actor_canonical_follows",
    "actor_part_added",
    "actor_part_changed",
    "alias_likeness_added",
    "alias_likeness_changed",
    "outlet_change_sample",
    "reanchoring_sample",
    "copy_text_sample",
    "copy_text_keys",
    "story_terms_kept",
    "article_work_kept",
    "outlet_work_kept",
    ...["sighting", "decision", "sign_off", "span"].map((table) => `${table}_work_inserted`),
    ...["suggestion", "statement", "reanchoring", "outlet_change", "relay"].flatMap((table) => [
      `${table}_work_inserted`,
      `${table}_work_updated`,
      `${table}_work_deleted`,
    ]),
  ].sort();
  const INDEXES = [
    "address_current_article",
    "address_current_claim",
    "address_current_actor",
    "address_current_outlet",
    "article_pasted_once",
    "outlet_name_once",
    "tenure_alone",
    "signed_statement_search_idx",
    "alias_folded_trgm",
    "claim_sentence_words",
    "span_content_words",
    "decision_subjects",
    "identification_once",
    "actor_article_id_wording_key",
    "reanchoring_open_once",
    "story_member_accepted_once",
    "story_member_waiting",
    "story_newest",
    "article_work_suggestions",
    "article_work_to_look",
    "article_work_changed",
  ];

  it("every trigger", async () => {
    const rows = await db().$queryRaw<{ tgname: string }[]>`
      SELECT tgname::text FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O' ORDER BY tgname`;
    expect(rows.map((row) => row.tgname).sort()).toEqual(TRIGGERS);
  });

  it.each(INDEXES)("index %s", async (name) => {
    const rows = await db()
      .$queryRaw`SELECT 1 FROM pg_indexes WHERE schemaname = 'public' AND indexname = ${name}`;
    expect(rows).toHaveLength(1);
  });

  it("references that go round in a circle are looked at when the transaction ends", async () => {
    const rows = await db().$queryRaw<{ conname: string }[]>`
      SELECT conname::text FROM pg_constraint WHERE contype = 'f' AND condeferred AND connamespace = 'public'::regnamespace ORDER BY conname`;
    expect(rows.map((row) => row.conname)).toEqual([
      "actor_part_of_id_fkey",
      "article_current_revision_id_id_fkey",
      "article_sign_off_id_id_fkey",
      "decision_undoes_fkey",
      "statement_anchor_id_id_fkey",
    ]);
  });

  it("and no drift from the schema", async () => expect(await driftFromSchema(url)).toBe(""));
});
