import type { Finding } from '../domain/decision.ts';
import type { Place } from '../domain/documents.generated.ts';
import { Fault } from '../domain/fault.ts';
import { FAULTS } from '../domain/fault.table.ts';
import { renderFinding } from '../settings/render-finding.ts';
import { MappingsFault } from '../settings/mappings/mappings-fault.ts';
import { SettingsFault } from '../settings/settings-fault.ts';
import type { CommandResult } from './command-shape.ts';
import type { Terminal } from './terminal.ts';

/** The one JSON text that `--json` writes (contract 1). */
export type Envelope =
  | { ok: true; data: unknown }
  | {
      ok: false;
      fault: { code: string; message: string; hint: string; at: Place | null };
      findings: readonly Finding[];
    };

/** A command's result as the envelope. */
export function resultEnvelope(result: CommandResult): Envelope {
  if (result.refusal === undefined) return { ok: true, data: result.data };
  const { code, message, hint } = result.refusal;
  return { ok: false, fault: { code, message, hint: hint ?? '', at: null }, findings: result.findings ?? [] };
}

/** What went wrong as the envelope. */
export function faultEnvelope(fault: Fault): Envelope {
  return {
    ok: false,
    fault: { code: fault.code, message: fault.message, hint: fault.hint, at: fault.at ?? null },
    findings: findingsOf(fault),
  };
}

/** A fault in words: what, where, why, what to do next, and who can. */
export function faultText(fault: Fault, terminal: Pick<Terminal, 'paint'>): string {
  if (fault instanceof SettingsFault || fault instanceof MappingsFault) return findingsText(fault, terminal);
  const lines = [`${terminal.paint('bad', 'error')} ${terminal.paint('code', fault.code)}: ${fault.message}`];
  const where = placeText(fault.at);
  if (where !== '') lines.push(`  where: ${where}`);
  const why = causeText(fault.cause);
  if (why !== '' && !fault.message.includes(why)) lines.push(`  why:   ${why}`);
  if (fault.hint !== '') lines.push(`  next:  ${fault.hint}`);
  if (FAULTS[fault.code].mends === 'administrator') lines.push(`  more:  ordrebro explain ${fault.code}`);
  return lines.join('\n');
}

/** A refused action in words: its code, why, and what to do next. */
export function refusalText(refusal: NonNullable<CommandResult['refusal']>, terminal: Pick<Terminal, 'paint'>): string {
  const hint = refusal.hint === undefined ? '' : `\n  next:  ${refusal.hint}`;
  return `${terminal.paint('bad', 'refused')} ${terminal.paint('code', refusal.code)}: ${refusal.message}${hint}`;
}

/** Anything that was thrown, as a fault: what is no fault is our own defect and says so. */
export function asFault(thrown: unknown): Fault {
  if (thrown instanceof Fault) return thrown;
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  return new Fault('DEFECT', `Ordrebro met something that it was not made for: ${error.message}`, {
    hint: 'This is a defect of Ordrebro. Run the same command with --verbose and send what it prints to whoever looks after your installation.',
    cause: error,
  });
}

/** `file:line:column path`, as far as known. */
export function placeText(at: Place | undefined): string {
  if (at === undefined) return '';
  const position = [at.file, at.line, at.column].filter((part) => part !== undefined).join(':');
  return [position, at.path ?? ''].filter((part) => part !== '').join(' ');
}

/** Faults of settings and mappings carry all their findings, so that one run shows all of them. */
function findingsOf(fault: Fault): readonly Finding[] {
  return fault instanceof SettingsFault || fault instanceof MappingsFault ? fault.findings : [];
}

/** Every finding with its line, then what it means for the command. */
function findingsText(fault: SettingsFault | MappingsFault, terminal: Pick<Terminal, 'paint'>): string {
  const errors = fault.findings.filter((finding) => finding.severity === 'error');
  const textOf = ({ at }: Finding) => ('sources' in fault ? fault.sources[at?.file ?? ''] : fault.sourceText);
  const shown = errors.map((finding) => renderFinding(finding, textOf(finding)));
  const what = 'sources' in fault ? 'the mappings' : 'the settings';
  return [
    ...shown,
    `${terminal.paint('bad', 'error')} ${terminal.paint('code', fault.code)}: ${what} cannot be used; nothing was done.`,
  ].join('\n\n');
}

function causeText(cause: unknown): string {
  return cause instanceof Error ? cause.message : '';
}
