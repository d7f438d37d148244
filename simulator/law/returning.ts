import type { Finding } from '../kernel/types.ts';
import { instantOf } from '../trade/time.ts';
import type { Day } from '../trade/time.ts';
import { reliefDeadline, returnDeadline } from './deadlines.ts';
import { lawAt } from './law.ts';
import type { Law } from './law.ts';

export interface ReturnEntry {
  mode: string;
  releasedOn: Day;
  returnsOn: Day;
  /** customs district (first two digits + 00) of export and of return */
  exportDistrict: string;
  returnDistrict: string;
  /** the site keeps returns in an area of their own and opens its system to customs */
  separateArea: boolean;
  /** list number, SKU and serial agree with what was exported */
  sameGoods: boolean;
}

/** Whether a 9610 parcel may come back through another customs district than the one it left by. */
export function crossAreaReturnAllowed(law: Law, exportDistrict: string, returnDistrict: string): boolean {
  if (exportDistrict === returnDistrict) return true;
  const reach = law.get('crossAreaReturn').value;
  if (reach !== 'pilotDistricts') return reach === 'nationwide';
  const pilots = law.get('crossAreaPilotDistricts').value;
  return pilots.includes(exportDistrict) && pilots.includes(returnDistrict);
}

/** What customs holds against letting exported goods back in as a return; empty when it is allowed. */
export function judgeReturnEntry(law: Law, entry: ReturnEntry): Finding[] {
  const findings: Finding[] = [];
  const deadline = returnDeadline(law, entry.releasedOn);
  if (entry.returnsOn > deadline.value) {
    findings.push({
      code: 'returnTooLate',
      params: { deadline: instantOf(deadline.value) },
      cites: [...deadline.cites],
    });
  }
  if (entry.exportDistrict !== entry.returnDistrict) {
    const rule = law.get('crossAreaReturn');
    const params = { exported: entry.exportDistrict, returned: entry.returnDistrict };
    if (entry.mode !== '9610') {
      findings.push({ code: 'crossAreaReturnOnly9610', params, cites: ['gacc-2026-9610-return#only-9610'] });
    } else if (!crossAreaReturnAllowed(law, entry.exportDistrict, entry.returnDistrict)) {
      findings.push({ code: 'returnOutsideDistrict', params, cites: [...rule.cites] });
    } else if (!entry.separateArea) {
      findings.push({ code: 'returnAreaMissing', params, cites: ['gacc-2026-9610-return#separate-area'] });
    }
  }
  if (!entry.sameGoods)
    findings.push({ code: 'returnNotSameGoods', params: {}, cites: ['gacc-2020-44#same-goods'] });
  return findings;
}

export interface ReliefFacts {
  mode: string;
  exportedOn: Day;
  returnsOn: Day;
  food: boolean;
  /** unchanged and unused; an opened pack is fine */
  originalState: boolean;
  /** returned by the buyer or left unsold */
  unsoldOrReturned: boolean;
  /** fen already refunded and not yet repaid */
  refundOpenFen: number;
}

/** What bars the tax relief for returned exports; empty when no import tax is due. The day of export decides. */
export function judgeReturnRelief(facts: ReliefFacts): Finding[] {
  const law = lawAt(facts.exportedOn);
  const deadline = reliefDeadline(law, facts.exportedOn);
  const modes = law.find('returnReliefModes');
  if (!deadline || !modes) {
    const params = { exported: instantOf(facts.exportedOn) };
    return [{ code: 'reliefNotCovered', params, cites: ['mof-gacc-sta-2026-16#six-months'] }];
  }
  const findings: Finding[] = [];
  const cites = [...deadline.cites];
  if (!modes.value.includes(facts.mode))
    findings.push({ code: 'reliefNotThisMode', params: { mode: facts.mode }, cites });
  if (facts.returnsOn > deadline.value) {
    findings.push({ code: 'reliefTooLate', params: { deadline: instantOf(deadline.value) }, cites });
  }
  if (facts.food)
    findings.push({ code: 'reliefNotForFood', params: {}, cites: ['mof-gacc-sta-2026-16#not-food'] });
  if (!facts.originalState) {
    findings.push({
      code: 'reliefNotOriginalState',
      params: {},
      cites: ['mof-gacc-sta-2026-16#original-state'],
    });
  }
  if (!facts.unsoldOrReturned) findings.push({ code: 'reliefNotReturned', params: {}, cites });
  if (facts.refundOpenFen > 0) {
    const params = { refund: facts.refundOpenFen };
    findings.push({ code: 'refundNotRepaid', params, cites: ['mof-gacc-sta-2026-16#repay-first'] });
  }
  return findings;
}
