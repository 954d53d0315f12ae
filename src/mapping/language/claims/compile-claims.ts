import type { Place } from '../../../domain/documents.generated.ts';
import type { MappingClaims } from '../../../domain/mapping-file.generated.ts';
import type { CompileReport } from '../compile-report.ts';
import type { ParsedMapping } from '../parse/parse-mapping.ts';
import { type CompiledPath, compileName, compilePath, type PathNames } from '../paths/compile-path.ts';
import type { Match } from '../paths/find-elements.ts';
import { PathProblem } from '../paths/path-syntax.ts';

/** Which files a mapping claims, as tests: the cheap ones come first when they are asked. */
export interface ClaimTests {
  channel: MappingClaims['channel'];
  /** One of them has to fit the name; none: any name does. */
  names: readonly RegExp[];
  begins: RegExp | null;
  header: readonly string[];
  root: Match | null;
  where: readonly { path: CompiledPath; fits: RegExp }[];
  priority: number;
}

/** A repetition of something that is itself repeated: such a pattern can take for ever on a text that nearly fits. */
const REPEATED_REPETITION = /\((?:[^()\\]|\\.)*[+*}](?:[^()\\]|\\.)*\)[+*{]/;

/** Compiles `claims`. What is wrong in it is reported at its place. */
export function compileClaims(parsed: ParsedMapping, names: PathNames, report: CompileReport): ClaimTests {
  const claims: MappingClaims = parsed.content.claims ?? { channel: 'visma' };
  const pattern = (text: string, path: readonly (string | number)[]): RegExp | null =>
    compilePattern(text, (message, hint) => report.error(parsed.valuePlace(['claims', ...path]), message, hint));
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

/** `*` for any text, `?` for one character; upper and lower case are alike. */
function namePattern(pattern: string): RegExp {
  const escaped = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, '.*')
    .replace(/\?/g, '.');
  return new RegExp(`^${escaped}$`, 'isu');
}

function compilePattern(text: string, refuse: (message: string, hint: string) => void): RegExp | null {
  if (REPEATED_REPETITION.test(text)) {
    refuse(`"${text}" repeats a repetition, and could take for ever on a long text.`, 'Write it with one repetition.');
    return null;
  }
  try {
    return new RegExp(text, 'u');
  } catch {
    refuse(
      `"${text}" is not a regular expression.`,
      'Signs as . + ( ) [ ] have a meaning there; write \\. for a point.',
    );
    return null;
  }
}
