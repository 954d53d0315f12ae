import type { Finding } from '../../domain/decision.ts';
import type { InMapping, OutMapping } from '../../mapping/language/mapping-set.ts';
import { loadMappings } from '../../settings/mappings/load-mappings.ts';
import { mappingsOf } from '../good-mappings.ts';
import { mappingsForReading } from '../mappings-for-reading.ts';
import { type DoctorCheck, found } from './doctor-check.ts';

/** Which mappings are in force: those of the program and those of the site, each with its version; and what keeps a file from being one of them. */
export const CHECK_MAPPINGS: DoctorCheck = {
  name: 'Mappings',
  look: async ({ site }) => {
    const { set, findings } = await mappingsForReading(site);
    const wrong = (await loadMappings(site)).findings.filter(({ severity }) => severity !== 'note');
    const told = findings.length > 0 ? [...findings, ...wrong.slice(1, MOST_TOLD)] : wrong.slice(0, MOST_TOLD);
    return [...told, ...mappingsOf(set).map(inForce)];
  },
};

/** The rest is for `check`. */
const MOST_TOLD = 5;

function inForce(mapping: InMapping | OutMapping): Finding {
  const { name, version, file, shipped, document } = mapping;
  const whose = shipped ? 'shipped' : 'of the site';
  const way =
    mapping.direction === 'in'
      ? `inbox/${mapping.claims.channel} -> ${document}`
      : `${document} -> *.${mapping.ending}`;
  return found('MAPPING_WARNING', 'note', `${name} ${version} (${whose}): ${way}`, '', file);
}
