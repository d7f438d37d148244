import { refundOnPurchase } from '../../../../../simulator/law/index.ts';
import type { Invoice } from '../../../../../simulator/trade/records.ts';
import type { Calculator } from './kind.ts';

/** VAT that stands on the invoice, in percent, and what the law pack calls such an invoice. */
const INVOICES: Record<string, Invoice> = { '13': 'special13', '9': 'special9', '3': 'special3' };
const LEVIES = Object.keys(INVOICES).sort((a, b) => Number(b) - Number(a));

/** 免退税 of a trading company: what of the purchase price comes back. */
export const refund: Calculator = {
  inputs: [
    { name: 'invoice', kind: 'decimal', places: 2, max: 1e9, unit: 'yuan', fallback: '11300' },
    { name: 'levy', kind: 'choice', options: LEVIES, unit: 'percent', fallback: '13' },
    { name: 'refund', kind: 'decimal', places: 2, max: 13, unit: 'percent', fallback: '13' },
  ],
  work({ invoice: total = 0, levy = 0, refund: percent = 0 }, law) {
    const invoice = INVOICES[LEVIES[levy] ?? '13'] ?? 'special13';
    // The rate is the reader's own guess of this year's table, hence the mark.
    const rate = { value: percent * 100, tag: '?', cites: ['market-indication#hs-and-rates'] };
    const sheet = refundOnPurchase(law, { total, invoice }, rate);
    const at = (code: string) => sheet.steps.find((step) => step.code === code)?.result ?? 0;
    return {
      steps: [
        { code: 'netOfVat', amount: at('netOfVat'), as: 'cny' },
        { code: 'inputVat', amount: total - at('netOfVat'), as: 'cny' },
        {
          code: 'rateUsed',
          amount: sheet.steps.find((step) => step.code === 'refund')?.params['refundRate'] ?? 0,
          as: 'ppm',
        },
        { code: 'vatAsCost', amount: at('vatAsCost'), as: 'cny' },
        { code: 'costAfterRefund', amount: total - sheet.result, as: 'cny' },
      ],
      result: { code: 'refund', amount: sheet.result, as: 'cny' },
      tag: sheet.tag,
      cites: [...new Set(['mof-sta-2026-11#trader-formula', ...sheet.cites])],
    };
  },
};
