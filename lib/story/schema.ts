import { z } from "zod";
import { line } from "../parse.ts";

const title = line(300, "A title of at most 300 characters.").min(3, "Give the story a title.");
const seen = { version: z.int().positive() };
const Seen = z.object({ memberId: z.uuid(), ...seen }).strict();

/** Most articles that one decision takes. */
export const MOST_MEMBERS = 200;

/** Accepts or rejects that articles are of the stories they were proposed for; rejecting takes an accepted one out. */
export const Judgement = z
  .object({ members: z.array(Seen).min(1).max(MOST_MEMBERS), state: z.enum(["accepted", "rejected"]) })
  .strict();
export type Judgement = z.input<typeof Judgement>;

/** A story on record, or a new one by its title. */
export const StoryChoice = z.union([z.object({ id: z.uuid() }).strict(), z.object({ title }).strict()]);
export type StoryChoice = z.input<typeof StoryChoice>;

/** Takes articles out of their story and puts them into another. */
export const StoryMove = z
  .object({ members: z.array(Seen).min(1).max(MOST_MEMBERS), to: StoryChoice })
  .strict();
export type StoryMove = z.input<typeof StoryMove>;

/** Puts an article into a story by hand, whatever the machine proposed. */
export const StoryPlacing = z.object({ articleId: z.uuid(), to: StoryChoice }).strict();
export type StoryPlacing = z.input<typeof StoryPlacing>;

export const StoryRenaming = z.object({ storyId: z.uuid(), ...seen, title }).strict();
export type StoryRenaming = z.input<typeof StoryRenaming>;

/** All articles of one story go into another; the first is withdrawn. */
export const StoryMerge = z
  .object({ storyId: z.uuid(), ...seen, intoId: z.uuid(), intoVersion: z.int().positive() })
  .strict()
  .refine(({ storyId, intoId }) => storyId !== intoId, "That is one story.");
export type StoryMerge = z.input<typeof StoryMerge>;

/** Says that a story is none: none of its articles is about one event with the others. */
export const StoryWithdrawal = z.object({ storyId: z.uuid(), ...seen }).strict();
export type StoryWithdrawal = z.input<typeof StoryWithdrawal>;
