/** The lines, counted from 1, on which the objects at a depth of a JSON text begin: 1 for those of an array, 2 inside an object. */
export function elementLines(text: string, depth: number): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let level = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === "\n") line++;
    else if (quoted) {
      if (character === "\\") at++;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === "{" || character === "[") {
      if (character === "{" && level === depth) lines.push(line);
      level++;
    } else if (character === "}" || character === "]") level--;
  }
  return lines;
}
