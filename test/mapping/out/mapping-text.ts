import { isNode, LineCounter, parseDocument } from 'yaml';
import type { MappingFile } from '../../../src/domain/mapping-file.generated.ts';
import type { MappingText } from '../../../src/mapping/language/out/out-environment.ts';

/** A mapping file as the compiler of mappings out gets it. */
export function mappingText(text: string, file = 'mappings/test.yaml'): MappingText {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  if (document.errors.length > 0) throw document.errors[0];
  const placeOf = (path: readonly (string | number)[]) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
      if (!isNode(node) || node.range === undefined || node.range === null) continue;
      const { line, col } = lines.linePos(node.range[0]);
      return { file, line, column: col };
    }
    return { file };
  };
  return { file, content: document.toJS() as MappingFile, place: placeOf, valuePlace: placeOf };
}
