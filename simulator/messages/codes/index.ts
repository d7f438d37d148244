/** Code tables: what a code of a message means, and which codes exist. The one source; no copy in `content/codes`. */
import { COUNTRIES } from './countries.ts';
import { CURRENCIES } from './currencies.ts';
import { CUSTOMS_OFFICES } from './customs-offices.ts';
import { FLAGS } from './flags.ts';
import { RETURN_STATUS } from '../receipts/return-status.ts';
import type { CodeTable, CodeName } from './table.ts';
import { TRADE_MODES, TRANSPORT_MODES, WRAP_TYPES } from './transport.ts';
import { UNITS } from './units.ts';

export type { CodeName, CodeTable };

export const CODE_TABLES = {
  customs: CUSTOMS_OFFICES,
  country: COUNTRIES,
  currency: CURRENCIES,
  unit: UNITS,
  transport: TRANSPORT_MODES,
  wrap: WRAP_TYPES,
  tradeMode: TRADE_MODES,
  returnStatus: RETURN_STATUS,
  ...FLAGS,
} as const satisfies Record<string, CodeTable>;

export type CodeTableId = keyof typeof CODE_TABLES;

/** A code table by its id. */
export function codesOf(id: CodeTableId): CodeTable {
  return CODE_TABLES[id];
}

/** What a code means, or null when the table doesn't have it. */
export function findCode(id: CodeTableId, code: string): CodeName | null {
  const table: CodeTable = CODE_TABLES[id];
  return Object.hasOwn(table, code) ? table[code]! : null;
}
