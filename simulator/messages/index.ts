/** Messages of the customs cross-border platform (CEB): the public door of this room. */
export * from './message.ts';
export { grammarOf, type MessageGrammar } from './grammar/catalogue.ts';
export { facets, type Facets, type FieldTable } from './grammar/facets.ts';
export { readMessage, type Position, type Reading } from './read.ts';
export { judge, type JudgeFinding, type Verdict } from './judge.ts';
export { writeMessage } from './write.ts';
export { fieldsOf, findField, type Field, type FieldPart } from './grammar/fields-of.ts';
export {
  codesOf,
  findCode,
  CODE_TABLES,
  type CodeName,
  type CodeTable,
  type CodeTableId,
} from './codes/index.ts';
export { RETURN_STATUS, isNegative, returnInfoFor } from './receipts/return-status.ts';
export {
  findReceiptType,
  NO_PRE_NO,
  receiptFor,
  summaryResult,
  type ReceiptOptions,
  type SummaryResultLine,
} from './receipts/receipt.ts';
export { eighteenDigits, invtNo, preNo, type PreNoKind } from './receipts/numbers.ts';
export { ceb900, FORMAT_ERROR, reasonOf, type Ceb900Options } from './receipts/ceb900.ts';
export { judgeEnvelope, readDxp, type DxpReading, type EnvelopeFinding } from './dxp/read.ts';
export { creatTimeOf, writeDxpMsg, writeDxpRep } from './dxp/write.ts';
export { DXP_CODES } from './dxp/codes.ts';
export type { AddInfo, DxpMsg, DxpRep, DxpResponse, TransInfo } from './dxp/envelope.ts';
export { checkMessage } from './reconcile/message.ts';
export { checkRecord } from './reconcile/record.ts';
export {
  listWithReturn,
  orderWithList,
  orderWithReceipt,
  waybillWithList,
  withdrawalWithList,
} from './reconcile/pairs.ts';
export {
  checkParts,
  isWhole,
  MASTER_WEIGHT_TOLERANCE_PPM,
  masterWithLists,
  waybillsWithMaster,
} from './reconcile/transport.ts';
export { checkFolder, type FolderFinding } from './reconcile/folder.ts';
export { findNegativeCode, findStage, negativeCode, STAGES, type Stage } from './receipts/negative-codes.ts';
export { reasonsIn, type ReturnReason } from './receipts/customs-reasons.ts';
