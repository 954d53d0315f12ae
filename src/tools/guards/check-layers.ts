import { cruise, type ICruiseResult } from 'dependency-cruiser';
import type { Guard } from './guard.ts';
import { layerRules } from './layer-rules.ts';
import { filesOf, PROJECT } from './source-files.ts';

/**
 * Imports point downwards only. Also fails when fewer modules were looked at than src/ has files: with a parser that
 * cannot read TypeScript the check would find nothing, and pass.
 */
export const checkLayers: Guard = () => brokenImports(PROJECT);

/** The same for any folder that has a src/. */
export async function brokenImports(project: string): Promise<string[]> {
  const rules = layerRules();
  const { output } = await cruise(['src'], {
    baseDir: project,
    validate: true,
    ruleSet: { forbidden: rules },
    parser: 'swc',
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.json', '.mjs', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  });
  const { modules, summary } = output as ICruiseResult;
  const seen = new Set(modules.map((module) => module.source));
  const unseen = filesOf(project, 'src/**/*.ts').filter((file) => !seen.has(file));
  const blind =
    unseen.length === 0
      ? []
      : [`The check of imports did not see ${unseen.length} files, among them ${unseen.slice(0, 3).join(', ')}.`];
  const broken = summary.violations.map(({ rule, from, to }) => {
    const comment = rules.find((known) => known.name === rule.name)?.comment ?? '';
    return `${from} imports ${to} (${rule.name}): ${comment}`;
  });
  return [...blind, ...new Set(broken)];
}
