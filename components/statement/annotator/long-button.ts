/** A button whose words may need several lines of a narrow column. */
export const LONG_BUTTON = "h-auto min-h-6 max-w-full justify-start text-left whitespace-normal";

/** The same, read as words of the text around it. */
export const TEXT_BUTTON = `${LONG_BUTTON} font-normal underline decoration-edge underline-offset-4`;
