/**
 * A test of file names: `*` for any text, `?` for one character, upper and lower case alike. Goes through the name
 * once and back to its last star only, so that no pattern takes long on any name.
 */
export function namePattern(pattern: string): (name: string) => boolean {
  const wanted = [...pattern.toLowerCase()];
  return (name) => fits([...name.toLowerCase()], wanted);
}

function fits(name: readonly string[], wanted: readonly string[]): boolean {
  let at = 0;
  let next = 0;
  let star = -1;
  let starAt = 0;
  while (at < name.length) {
    if (wanted[next] === '*') {
      star = next;
      starAt = at;
      next += 1;
    } else if (next < wanted.length && (wanted[next] === '?' || wanted[next] === name[at])) {
      at += 1;
      next += 1;
    } else if (star >= 0) {
      starAt += 1;
      at = starAt;
      next = star + 1;
    } else return false;
  }
  while (wanted[next] === '*') next += 1;
  return next === wanted.length;
}
