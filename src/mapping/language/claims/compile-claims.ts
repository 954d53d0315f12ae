import type { Place } from '../../../domain/documents.generated.ts';
import type { MappingClaims } from '../../../domain/mapping-file.generated.ts';
import type { CompileReport } from '../compile-report.ts';
import type { ParsedMapping } from '../parse/parse-mapping.ts';
import { type CompiledPath, compileName, compilePath, type PathNames } from '../paths/compile-path.ts';
import type { Match } from '../paths/find-elements.ts';
import { PathProblem } from '../paths/path-syntax.ts';
import { namePattern } from './name-pattern.ts';
import { quickPattern } from './quick-pattern.ts';

/** Which files a mapping claims, as tests: the cheap ones come first when they are asked. */
export interface ClaimTests {
  channel: MappingClaims['channel'];
  /** One of them has to fit the name; none: any name does. */
  names: readonly ((name: string) => boolean)[];
  begins: RegExp | null;
  header: readonly string[];
  root: Match | null;
  where: readonly { path: CompiledPath; fits: RegExp }[];
  priority: number;
}

/** Compiles `claims`. What is wrong in it is reported at its place. */
export function compileClaims(parsed: ParsedMapping, names: PathNames, report: CompileReport): ClaimTests {
  const claims: MappingClaims = parsed.content.claims ?? { channel: 'visma' };
  const pattern = (text: string, path: readonly (string | number)[]): RegExp | null => {
    const made = quickPattern(text);
    if ('pattern' in made) return made.pattern;
    report.error(parsed.valuePlace(['claims', ...path]), made.problem, made.hint);
    return null;
  };
  const inPath = <Made>(at: (character: number) => Place, make: () => Made): Made | null => {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof PathProblem)) throw error;
      report.error(at(error.at), error.message, error.hint);
      return null;
    }
  };
  const { root, begins } = claims;
  return {
    channel: claims.channel,
    names: [claims.name ?? []].flat().map(namePattern),
    begins: begins === undefined ? null : pattern(begins, ['begins']),
    header: claims.header ?? [],
    root:
      root === undefined
        ? null
        : inPath(
            (at) => parsed.valuePlace(['claims', 'root'], at),
            () => compileName(root, names),
          ),
    where: Object.entries(claims.where ?? {}).flatMap(([text, wanted]) => {
      const path = inPath(
        () => parsed.place(['claims', 'where', text]),
        () => compilePath(text, names),
      );
      const fits = pattern(wanted, ['where', text]);
      return path === null || fits === null ? [] : [{ path, fits }];
    }),
    priority: claims.priority ?? 0,
  };
}
