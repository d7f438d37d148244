import type { Finding } from '../kernel/types.ts';
import { isSpecial } from '../trade/invoice.ts';
import type { Invoice } from '../trade/records.ts';
import { instantOf } from '../trade/time.ts';
import type { Day } from '../trade/time.ts';
import { foreignExchangeDeadline, refundClaimWindow } from './deadlines.ts';
import type { Figure } from './figure.ts';
import type { Law } from './law.ts';

export interface RefundClaim {
  exportedOn: Day;
  claimedOn: Day;
  /** day on which the foreign exchange was all in, null while it is not (or deemed received with proof) */
  receivedOn: Day | null;
  deemedReceived: boolean;
  summarised: boolean;
  invoice: Invoice;
  /** name and unit on invoice and on declaration */
  invoiceName: string;
  declaredName: string;
  invoiceUnit: string;
  declaredUnit: string;
  refundRate: Figure;
}

/** What keeps an export from being refunded when it is claimed; empty when the claim stands. */
export function judgeRefundClaim(law: Law, claim: RefundClaim): Finding[] {
  const findings: Finding[] = [];
  const add = (code: string, cites: readonly string[], params: Finding['params'] = {}, at?: string): void => {
    findings.push({ code, params, cites: [...cites], ...(at ? { at } : {}) });
  };
  const { opens, closes, hardStop } = refundClaimWindow(law, claim.exportedOn);
  if (claim.claimedOn < opens.value) add('claimTooEarly', opens.cites, { opens: instantOf(opens.value) });
  if (hardStop && claim.claimedOn > hardStop.value) {
    add('claimAfterHardStop', hardStop.cites, { hardStop: instantOf(hardStop.value) });
  } else if (claim.claimedOn > closes.value) {
    add('claimAfterWindow', closes.cites, { closes: instantOf(closes.value) });
  }
  if (!claim.summarised) add('claimWithoutDeclaration', ['gacc-2018-194#summary-by-15th']);
  if (!isSpecial(claim.invoice)) {
    add(
      'claimWithoutSpecialInvoice',
      ['mof-sta-2026-11#trader-formula'],
      { invoice: claim.invoice },
      'invoice',
    );
  }
  const names = ['sta-2026-5#names-match'];
  if (claim.invoiceName !== claim.declaredName) {
    add(
      'invoiceNameDiffers',
      names,
      { invoice: claim.invoiceName, declared: claim.declaredName },
      'invoiceName',
    );
  }
  if (claim.invoiceUnit !== claim.declaredUnit) {
    add(
      'invoiceUnitDiffers',
      names,
      { invoice: claim.invoiceUnit, declared: claim.declaredUnit },
      'invoiceUnit',
    );
  }
  if (claim.refundRate.value === 0)
    add('refundRateIsZero', claim.refundRate.cites, { exported: instantOf(claim.exportedOn) });
  const exchange = foreignExchangeDeadline(law, claim.exportedOn);
  if (claim.claimedOn > exchange.value && claim.receivedOn === null && !claim.deemedReceived) {
    add('exchangeNotReceived', exchange.cites, { deadline: instantOf(exchange.value) });
  }
  return findings;
}
