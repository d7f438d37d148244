/** Messages of the customs cross-border platform (CEB): the public door of this room. */
export * from './message.ts';

// What they look like, and what their codes mean.
export { grammarOf, /** @public */ type MessageGrammar } from './grammar/catalogue.ts';
export { facets, /** @public */ type Facets, type FieldTable } from './grammar/facets.ts';
export { fieldsOf, findField, type Field } from './grammar/fields-of.ts';
export {
  codesOf,
  findCode,
  CODE_TABLES,
  /** @public */ type CodeTable,
  type CodeTableId,
} from './codes/index.ts';

// XML in and out.
export { readMessage, /** @public */ type Position, /** @public */ type Reading } from './read.ts';
export { decodeXml } from './xml/decode.ts';
export { judge, type JudgeFinding, /** @public */ type Verdict } from './judge.ts';
export { writeMessage } from './write.ts';
export { judgeEnvelope, readDxp, /** @public */ type DxpReading } from './dxp/read.ts';
export { creatTimeOf, writeDxpMsg, writeDxpRep } from './dxp/write.ts';
export { DXP_CODES } from './dxp/codes.ts';
export type { /** @public */ DxpMsg, /** @public */ DxpRep, TransInfo } from './dxp/envelope.ts';

// Answers.
export { ceb900, reasonOf } from './receipts/ceb900.ts';
export { findReceiptType, receiptFor, summaryResult } from './receipts/receipt.ts';
export { isNegative, RETURN_STATUS, returnInfoFor } from './receipts/return-status.ts';
export { reasonsIn } from './receipts/customs-reasons.ts';
export { findNegativeCode, findStage, negativeCode } from './receipts/negative-codes.ts';
export { eighteenDigits, invtNo, preNo } from './receipts/numbers.ts';

// Do they make sense?
export { checkMessage } from './reconcile/message.ts';
export { checkRecord } from './reconcile/record.ts';
export {
  listWithReturn,
  orderWithList,
  orderWithReceipt,
  waybillWithList,
  withdrawalWithList,
} from './reconcile/pairs.ts';
export { checkParts, isWhole, masterWithLists, waybillsWithMaster } from './reconcile/transport.ts';
export { checkFolder, /** @public */ type FolderFinding } from './reconcile/folder.ts';
