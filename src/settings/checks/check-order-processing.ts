import type { Finding } from '../../domain/decision.ts';
import { note, refuse, type SettingsCheck } from './settings-check.ts';

const SWITCHES = ['company', 'orderProcessing'] as const;

/** The switches of Ordrebehandling 2 and 3 against each other (C043, C044, C051, C061). */
export const checkOrderProcessing: SettingsCheck = ({ company }, yaml) => {
  const on = company.orderProcessing;
  const at = (key: keyof typeof on) => [...SWITCHES, key];
  const findings: Finding[] = [];
  if (on.automaticReceipt && on.preregisterIncomingDocuments) {
    const message = 'automaticReceipt and preregisterIncomingDocuments are both on; Visma allows only one of them.';
    findings.push(
      refuse(
        yaml,
        at('preregisterIncomingDocuments'),
        message,
        'Turn one of the two off. With pre-registration every invoice waits for a person to receive it.',
      ),
    );
  }
  if (on.automaticReceipt && !on.noPartialReceipt) {
    const message = 'automaticReceipt is on and noPartialReceipt is off: one invoice may give several vouchers.';
    findings.push(
      note(yaml, at('automaticReceipt'), message, 'It is normally recommended to set noPartialReceipt to true.'),
    );
  }
  if (!on.automaticReceipt && on.noPartialReceipt) {
    findings.push(
      note(
        yaml,
        at('noPartialReceipt'),
        'noPartialReceipt has no effect while automaticReceipt is off.',
        'Nothing is received automatically, whole or in part.',
      ),
    );
  }
  if (on.allowNoDeviation && (company.tolerancePercent !== null || company.toleranceAmount !== null)) {
    const message = 'allowNoDeviation is on: the tolerances of the company and of all suppliers are disregarded.';
    findings.push(note(yaml, at('allowNoDeviation'), message, 'Turn it off where the tolerances are to count.'));
  }
  return findings;
};
