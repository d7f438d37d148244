/** What the text of a receipt says, taken apart: `[Code:2600;Desc:放行]`, several of them, or free text. */
import { codeTable } from '../codes/table.ts';
import type { CodeName } from '../codes/table.ts';

/** Customs' own numbers, as seen in traffic (import, mostly). */
const CUSTOMS_REASONS = codeTable(`
  1200 待人工审核 Waiting for an officer
  1300 订购人身份证号码有误 Id number wrong
  1313 超过年度交易限值 Over the yearly limit; sending again is useless
  1322 订单清单表体商品项不一致 Lines of order and list differ; mend and send again
  1327 订购人与支付人姓名或证件号不一致 Buyer and payer differ
  13127 清单订购人与订单不一致 Buyer of list and order differ
  13035 支付企业不一致 Payment firm differs
  1800 逻辑校验通过 Logic check passed
  2300 审核通过 Review passed
  2600 放行 Released
  22001 支付企业未备案 Payment firm not filed`);

export interface ReturnReason {
  readonly code: string;
  readonly text: string;
  /** What the number is known to mean; null for numbers that no source at hand explains. */
  readonly meaning: CodeName | null;
}

/** Reasons in a returnInfo; empty for free text. */
export function reasonsIn(returnInfo: string): ReturnReason[] {
  return [...returnInfo.matchAll(/\[Code:([^;\]]*);Desc:([^\]]*)\]/g)].map(([, code = '', text = '']) => ({
    code,
    text,
    meaning: Object.hasOwn(CUSTOMS_REASONS, code) ? CUSTOMS_REASONS[code]! : null,
  }));
}
