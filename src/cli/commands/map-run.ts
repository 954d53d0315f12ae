import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { Fault } from '../../domain/fault.ts';
import { fileForm } from '../../service/mapping-tools/file-form.ts';
import { headOf } from '../../service/mapping-tools/found-mapping.ts';
import { type MappingRun, runMapping } from '../../service/mapping-tools/run-mapping.ts';
import { shownText } from '../../service/mapping-tools/shown-text.ts';
import { argument, flagOption, textOption } from '../command-input.ts';
import type { CommandInput, CommandResult } from '../command-shape.ts';
import { mappingsAtHand } from '../mappings-at-hand.ts';
import { mappingFindingText } from '../show/mapping-finding-text.ts';
import { traceText } from '../show/trace-text.ts';
import { counted } from '../show/value-text.ts';
import { writeNewFile } from '../write-new-file.ts';

/** `map run MAPPING FILE`: what a file becomes. What comes out is data; what was found is talk. Ends `problems` where something is refused. */
export async function runCommand(input: CommandInput): Promise<CommandResult> {
  const { desk, timeZone } = await mappingsAtHand(input);
  const found = await desk.find(argument(input, 'MAPPING'));
  const { mapping } = found;
  const asked = argument(input, 'FILE');
  const bytes = await bytesOf(asked);
  const trace = flagOption(input, 'trace');
  const run = runMapping(mapping, { name: basename(asked), bytes, at: asked }, { trace, timeZone });
  const { documents, written, findings, traces } = run;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const to = textOption(input, 'to');
  const made = madeOf(run);
  if (to !== undefined && made !== undefined) await writeNewFile(resolve(to), made);
  if (!input.json) {
    const encoding = mapping.direction === 'in' ? mapping.source.encoding : undefined;
    const texts = findings.length === 0 ? found.texts : { ...found.texts, [asked]: shownText(bytes, encoding) };
    for (const finding of findings) input.terminal.talk(`${mappingFindingText(finding, texts)}\n`);
    const counts = mapping.direction === 'in' ? `${counted(documents.length, 'document')}, ` : '';
    const wrong = `${counted(errors, 'error')}${findings.length > errors ? `, ${counted(findings.length - errors, 'remark')}` : ''}`;
    const where = to !== undefined && made !== undefined ? ` Written to ${to}.` : '';
    input.terminal.talk(`${mapping.name} ${mapping.version} (${mapping.file}): ${counts}${wrong}.${where}`);
  }
  const outEncoding = mapping.direction === 'out' ? mapping.target.encoding : undefined;
  const shown = made === undefined || to !== undefined ? '' : shownText(made, outEncoding).replace(/\r?\n$/, '');
  return {
    exit: errors > 0 ? 'problems' : 'done',
    data: {
      mapping: headOf(found),
      ...(mapping.direction === 'in'
        ? { documents }
        : { written: written === null ? null : shownText(written, outEncoding) }),
      findings,
      ...(trace ? { traces } : {}),
    },
    text: [trace ? traceText(traces, input.terminal) : '', shown].filter((part) => part !== '').join('\n\n'),
  };
}

/** What comes out, as a file; nothing where all was refused. */
function madeOf({ documents, written }: MappingRun): Uint8Array | undefined {
  if (written !== null) return written;
  if (documents.length === 0) return undefined;
  return Buffer.from(`${JSON.stringify(fileForm(documents.map(({ content }) => content)), null, 2)}\n`);
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new Fault('NOT_FOUND', `${resolve(file)} cannot be read: ${(cause as Error).message}`, {
      hint: 'Give the path of a file that you may read.',
      cause,
    });
  }
}
