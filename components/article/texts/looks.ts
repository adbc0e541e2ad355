/** Words that the later text has not got: struck, whatever the colours. */
export const LEFT_OUT = "text-muted line-through decoration-accent";
/** Words that the later text has and the earlier has not: a thick line under them. */
export const ADDED = "text-ink underline decoration-accent decoration-2 underline-offset-[0.28em]";
