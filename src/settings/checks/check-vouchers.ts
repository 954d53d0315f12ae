import type { Finding } from '../../domain/decision.ts';
import { refuse, type SettingsCheck } from './settings-check.ts';

/** Voucher series and types that point to each other (C068), and numbers that are there twice. */
export const checkVouchers: SettingsCheck = ({ voucherSeries, voucherTypes, prepayment }, yaml) => {
  const findings: Finding[] = [];
  const types = new Set(voucherTypes.map((type) => type.no));
  const series = new Set(voucherSeries.map((one) => one.no));
  for (const [list, rows] of [
    ['voucherSeries', voucherSeries],
    ['voucherTypes', voucherTypes],
  ] as const) {
    for (const [index, { no }] of rows.entries()) {
      const first = rows.findIndex((row) => row.no === no);
      if (first !== index)
        findings.push(
          refuse(
            yaml,
            [list, index, 'no'],
            `${list} has the number ${no} twice.`,
            'Remove one of them, or give it its own number.',
          ),
        );
    }
  }
  for (const [index, { no, voucherType }] of voucherSeries.entries()) {
    if (voucherType === undefined || types.has(voucherType)) continue;
    const message = `Voucher series ${no} has the voucher type ${voucherType}, which voucherTypes does not have.`;
    findings.push(
      refuse(yaml, ['voucherSeries', index, 'voucherType'], message, `Add { no: ${voucherType}, … } to voucherTypes.`),
    );
  }
  for (const [index, factoring] of prepayment.factoringCompanies.entries()) {
    if (!factoring.prepayment || series.has(factoring.voucherSeries)) continue;
    const message = `The voucher series ${factoring.voucherSeries} of factoring company ${factoring.id} is not among voucherSeries.`;
    findings.push(
      refuse(
        yaml,
        ['prepayment', 'factoringCompanies', index, 'voucherSeries'],
        message,
        `Add { no: ${factoring.voucherSeries}, voucherType: … } to voucherSeries.`,
      ),
    );
  }
  return findings;
};
