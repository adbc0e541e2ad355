import { distinguishActors, retractDistinction } from "../actor/distinction.server.ts";
import { identify, withdrawIdentification } from "../actor/identify.server.ts";
import { mergeActors, splitActors } from "../actor/merge-write.server.ts";
import { addOffice, editOffice, withdrawOffice } from "../actor/office-write.server.ts";
import type { NewActor, NewOffice } from "../actor/schema.ts";
import { addActor, editActor } from "../actor/write.server.ts";
import { cleanPaste } from "../article/clean/clean.ts";
import { judgePaste } from "../article/clean/judge.ts";
import { judgeOutletChange } from "../article/outlet-change.server.ts";
import { lookAgain } from "../article/watch.server.ts";
import { deleteArticle } from "../article/write.server.ts";
import { allow } from "../auth/permission.ts";
import type { Viewer } from "../auth/viewer.ts";
import { editClaim, tieClaim, untieClaim } from "../claim/write.server.ts";
import { type Db, inTransaction, type Tx } from "../db.server.ts";
import { OnRecordError } from "../errors.ts";
import {
  addFeed,
  editFeed,
  pauseFeed,
  pollFeedNow,
  removeFeed,
  resumeFeed,
  tryFeedItem,
} from "../feed/write.server.ts";
import { discardJob, replayJob } from "../queue/write.server.ts";
import { leaveStatement, placeStatement } from "../statement/reanchoring.server.ts";
import {
  acceptSuggestion,
  addStatement,
  correctStatement,
  rejectSuggestion,
  withdrawStatement,
} from "../statement/write.server.ts";
import {
  judgeStoryMembers,
  mergeStories,
  moveStoryMembers,
  placeInStory,
  renameStory,
  withdrawStory,
} from "../story/write.server.ts";
import { correctArticle } from "./compare.server.ts";
import { ingest } from "./ingest.server.ts";
import { reassignChain } from "./reassign-chain.server.ts";
import { removeSample } from "./sample.server.ts";
import { retract, signOff } from "./sign-off.server.ts";
import { type SuggestAgainInput, suggestAgain } from "./suggest-again.server.ts";
import { undo } from "./undo.server.ts";

type Write = (tx: Tx, viewer: Viewer | null, input: never) => Promise<unknown>;

/** Every write of the desk by the name its door has: POST /api/desk/<name>. Each checks permission and input itself. */
const WRITES = {
  ingest,
  "edit-article": correctArticle,
  "delete-article": deleteArticle,
  "look-again": lookAgain,
  "place-statement": placeStatement,
  "leave-statement": leaveStatement,
  "judge-outlet-change": judgeOutletChange,
  "accept-suggestion": acceptSuggestion,
  "reject-suggestion": rejectSuggestion,
  "add-statement": addStatement,
  "correct-statement": correctStatement,
  "withdraw-statement": withdrawStatement,
  "reassign-chain": reassignChain,
  "suggest-again": (tx: Tx, viewer: Viewer | null, input: SuggestAgainInput) =>
    suggestAgain(tx, viewer, input),
  "tie-claim": tieClaim,
  "untie-claim": untieClaim,
  "edit-claim": editClaim,
  "add-actor": (tx: Tx, viewer: Viewer | null, input: NewActor) => addActor(tx, viewer, input),
  "edit-actor": editActor,
  "add-office": (tx: Tx, viewer: Viewer | null, input: NewOffice) => addOffice(tx, viewer, input),
  "edit-office": editOffice,
  "withdraw-office": withdrawOffice,
  identify,
  "withdraw-identification": withdrawIdentification,
  "merge-actors": mergeActors,
  "split-actors": splitActors,
  "distinguish-actors": distinguishActors,
  "retract-distinction": retractDistinction,
  "judge-story-members": judgeStoryMembers,
  "move-story-members": moveStoryMembers,
  "place-in-story": placeInStory,
  "rename-story": renameStory,
  "merge-stories": mergeStories,
  "withdraw-story": withdrawStory,
  "sign-off": signOff,
  retract,
  undo,
  "add-feed": addFeed,
  "edit-feed": editFeed,
  "pause-feed": pauseFeed,
  "resume-feed": resumeFeed,
  "remove-feed": removeFeed,
  "poll-feed-now": pollFeedNow,
  "try-feed-item": tryFeedItem,
  "remove-sample": removeSample,
  "replay-job": replayJob,
  "discard-job": discardJob,
} as const satisfies Record<string, Write>;

export type DeskWrite = keyof typeof WRITES;
export const DESK_WRITES = Object.keys(WRITES) as readonly DeskWrite[];

/** What a write takes, as its door expects it. */
export type DeskInput<W extends DeskWrite> =
  Parameters<(typeof WRITES)[W]> extends [unknown, unknown, infer I] ? I : undefined;
export type DeskOutput<W extends DeskWrite> = Awaited<ReturnType<(typeof WRITES)[W]>>;

/** Runs one write in a transaction of its own. @throws OnRecordError "missing" for an unknown name. */
export async function runDeskWrite(
  client: Db,
  viewer: Viewer | null,
  name: string,
  input: unknown,
): Promise<unknown> {
  if (!Object.hasOwn(WRITES, name)) throw new OnRecordError("missing", `There is no action ${name}.`);
  const write = WRITES[name as DeskWrite] as (
    tx: Tx,
    viewer: Viewer | null,
    input: unknown,
  ) => Promise<unknown>;
  return inTransaction(client, (tx) => write(tx, viewer, input));
}

/** Finds the article in a paste; writes nothing. @throws OnRecordError that says why a paste is no article. */
export function previewPaste(viewer: Viewer | null, paste: string) {
  allow(viewer, "ingest");
  judgePaste(paste);
  return cleanPaste(paste);
}
