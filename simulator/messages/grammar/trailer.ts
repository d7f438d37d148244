/** What follows the records of a request, and the element that may carry anything (202205 schema). */
import type { FieldTable } from './facets.ts';

/** Who transmits: the identity of the connected client (card, DXP owner), not necessarily the declarant. */
export const baseTransfer = {
  copCode: 'C..18',
  copName: 'C..100',
  dxpMode: 'C3',
  dxpId: 'C..30',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** The import schema wants a copCode that is not empty. */
export const importBaseTransfer = { ...baseTransfer, copCode: 'C1..18' } as const satisfies FieldTable;

/** Lets a third party receive the data (DATA), the receipts (RET) or both (ALL) at its DXP id. */
export const baseSubscribe = {
  status: 'C..100',
  dxpMode: 'C3',
  dxpAddress: 'C..100',
  note: 'C..1000?',
} as const satisfies FieldTable;

/** Before `Message`, which holds any one element. */
export const extendMessage = { name: 'C..30', version: 'C..30' } as const satisfies FieldTable;

/** Attributes of the root. */
export const rootAttributes = { guid: 'C36', version: 'C1..10' } as const satisfies FieldTable;
