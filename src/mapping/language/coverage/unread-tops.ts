/**
 * Of the places of a file that nothing reads, the topmost ones: where nothing below a group is read, the group is told
 * and not all that is in it. `read` and `unread` are paths of names with slashes; a path that was read anywhere counts as read.
 */
export function unreadTops(read: ReadonlySet<string>, unread: Iterable<string>): string[] {
  const onTheWay = new Set<string>();
  for (const path of read) for (const part of upwards(path)) onTheWay.add(part);
  const tops = new Set<string>();
  for (const path of unread) {
    if (read.has(path)) continue;
    let top = path;
    for (const part of upwards(path)) {
      if (onTheWay.has(part)) break;
      top = part;
    }
    tops.add(top);
  }
  return [...tops];
}

/** A path, and all that it lies in, from the inside out. */
function* upwards(path: string): Generator<string> {
  let part = path;
  while (part !== '') {
    yield part;
    part = part.slice(0, Math.max(0, part.lastIndexOf('/')));
  }
}
