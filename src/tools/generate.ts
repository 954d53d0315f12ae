import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFiles } from './generated-files.ts';
import { checkGenerated } from './guards/check-generated.ts';
import { PROJECT } from './guards/source-files.ts';

/**
 * `npm run generate` writes what is derived: types, validators' schemas, reference pages. With `--check` it writes
 * nothing and ends with 1 where something is not up to date.
 */
async function main(onlyCheck: boolean): Promise<number> {
  const wrong = await checkGenerated();
  for (const line of wrong) process.stdout.write(`${line}\n`);
  if (onlyCheck) return wrong.length === 0 ? 0 : 1;
  for (const [path, content] of await generatedFiles(PROJECT)) {
    mkdirSync(dirname(join(PROJECT, path)), { recursive: true });
    writeFileSync(join(PROJECT, path), content);
  }
  process.stdout.write(wrong.length === 0 ? 'Everything generated was up to date.\n' : 'Written.\n');
  return 0;
}

process.exitCode = await main(process.argv.includes('--check'));
