/** A path of a mapping file as it is written: `a | b` is b where a finds nothing. */
export interface PathSyntax {
  source: string;
  alternatives: readonly AlternativeSyntax[];
}

export interface AlternativeSyntax {
  /** Begins with a slash: at the top of the file. */
  absolute: boolean;
  steps: readonly StepSyntax[];
  attribute: NameSyntax | null;
}

/** A name with its prefix, and where it begins in the path (from 0). */
export interface NameSyntax {
  prefix: string | null;
  /** `*` stands for any name where it is not in quotes. */
  name: string;
  any: boolean;
  at: number;
}

export type StepSyntax =
  | { does: 'child'; name: NameSyntax; predicates: readonly PredicateSyntax[] }
  | { does: 'parent' };

export type PredicateSyntax =
  | { does: 'position'; position: number }
  | { does: 'there'; path: PathSyntax }
  | { does: 'is' | 'is-not'; path: PathSyntax; literal: string }
  | { does: 'same-as' | 'not-same-as'; path: PathSyntax; other: PathSyntax };

/** What is wrong with a path, and at which of its characters (from 0). */
export class PathProblem extends Error {
  readonly hint: string;
  readonly at: number;

  constructor(message: string, hint: string, at: number) {
    super(message);
    this.hint = hint;
    this.at = at;
  }
}
