/**
 * Negative receipt numbers: errors at the port. The numbers −301…, −401…, −50… mean one thing in the import family and
 * another in the export family, so the type of the message decides.
 * Import: 202205 specification, shortened. Export: only the classes are public (2018), a class per stage.
 */
import { codeTable } from '../codes/table.ts';
import type { CodeName, CodeTable } from '../codes/table.ts';
import type { MessageType } from '../message.ts';

/** What the port did with a message when the error came, in the order of its numbers. */
export const STAGES = ['signature', 'format', 'business', 'processing'] as const;
export type Stage = (typeof STAGES)[number];

/** First class of an export message; the other three stages follow (303: 301, 302, 303, 304). */
const EXPORT_CLASSES: Partial<Record<MessageType, number>> = {
  '303': 301,
  '403': 401,
  '505': 501,
  '603': 601,
  '605': 605,
  '507': 801,
  '509': 505,
  '607': 901,
  '701': 701,
};

/** The number for an error in an export message: `negativeCode('303', 'business', 1)` → `-303001`. */
export function negativeCode(type: MessageType, stage: Stage, counter: number): string {
  const first = EXPORT_CLASSES[type];
  if (first === undefined) throw new Error(`no classes of negative numbers for ${type}`);
  if (!Number.isInteger(counter) || counter < 0 || counter > 999)
    throw new RangeError(`not 0–999: ${counter}`);
  return `-${first + STAGES.indexOf(stage)}${String(counter).padStart(3, '0')}`;
}

/** Stage of an export message's negative number, or null when it is none. */
export function findStage(type: MessageType, code: string): Stage | null {
  const first = EXPORT_CLASSES[type];
  const m = /^-(\d{3})\d{3}$/.exec(code);
  return first === undefined || !m ? null : (STAGES[Number(m[1]) - first] ?? null);
}

/** What an official negative number of the import family says, or null. */
export function findNegativeCode(type: MessageType, code: string): CodeName | null {
  const key = code.replace('-', '');
  for (const table of [IMPORT_CODES[type], ENTERPRISE_CODES]) {
    if (table && Object.hasOwn(table, key)) return table[key]!;
  }
  return null;
}

const ENTERPRISE_CODES = codeTable(`
  10101 企业类型不正确 Wrong kind of enterprise
  10102 企业代码不正确 Wrong enterprise code`);

const ORDER = codeTable(`
  301001 订单没有商品 No lines
  301002 商品序号重复 Line number repeated
  301003 订单未找到 Order not found
  301004 订单未找到 Order not found
  301005 订单未找到 Order not found
  301006 找到多个订单 Several orders found
  301007 报文为空 Empty
  301008 参数校验不通过 Parameter check failed
  301009 报送类型错误，未找到原订单 Kind of submission wrong: target not found
  301010 订单编号已存在 Order number exists
  301011 清单已申报，订单状态不允许 The list is declared already
  301012 无操作 No operation
  301013 系统异常 System error
  301014 接收报文为旧报文，不做处理 Older than what is stored: ignored
  301015 记录数超过限制 More records than allowed
  301020 签名校验不通过 Signature check failed`);

const PAYMENT = codeTable(`
  401001 支付单未找到 Payment not found
  401002 支付单未找到 Payment not found
  401003 支付单未找到 Payment not found
  401004 找到多个支付单 Several payments found
  401005 报文为空 Empty
  401006 报送类型错误 Kind of submission wrong
  401007 支付单已存在 Payment exists
  401008 状态不允许 State does not allow it
  401009 参数校验不通过 Parameter check failed
  401010 无操作 No operation
  401011 系统异常 System error
  401012 接收报文为旧报文，不做处理 Older than what is stored: ignored
  401013 记录数超过限制 More records than allowed`);

const WAYBILL = codeTable(`
  504000 报文解析失败 Can't be parsed
  504010 报文为空 Empty
  504011 参数校验不通过 Parameter check failed
  504012 运单已存在 Waybill exists
  504013 记录数超过限制 More records than allowed
  504014 报送类型错误 Kind of submission wrong
  504015 运单编号相同 Same waybill number
  504016 状态不允许 State does not allow it`);

const DELIVERY_STATUS = codeTable(`
  505000 报文解析失败 Can't be parsed
  505010 报文为空 Empty
  505011 参数校验不通过 Parameter check failed
  505012 运单状态已存在 Status exists
  505014 无操作 No operation
  505015 系统异常 System error
  505016 接收报文为旧报文，不做处理 Older than what is stored: ignored
  505017 记录数超过限制 More records than allowed`);

const LIST = codeTable(`
  621000 清单没有商品 No lines
  621001 清单校验失败 Check failed
  621002 回执解析失败 Receipt can't be parsed
  621003 清单申报失败 Declaration failed
  621004 清单已申报 Already declared
  621005 超过单次交易限值 Over the limit of a single transaction
  621006 表头guid未找到 Head not found
  621008 状态更新失败 State could not be changed
  621009 状态更新失败 State could not be changed
  621010 状态不是申报中 Not being declared
  621011 没有可变更的清单 Nothing to amend
  621012 状态不允许变更 State does not allow amendment
  621013 额度查询失败 Limit could not be read
  621014 额度扣减失败 Limit could not be booked
  621015 与操作卡信息不一致 Differs from the card
  621016 没有权限 No right
  621017 系统异常 System error
  621018 超过年度交易限值 Over the yearly limit
  621023 变更异常 Amendment failed
  621024 表体为空 All lists empty
  621025 签名保存失败 Signature could not be stored
  621026 签名为空 Signature empty
  621027 保存失败或商品序号重复 Not saved, or line number repeated
  621028 签名数据与提交数据不一致 Signed data differ from what was sent
  621029 签名校验不通过 Signature check failed
  621030 记录数超过限制 More records than allowed
  621049 签名校验不通过 Signature check failed`);

const WITHDRAWAL = codeTable(`
  623000 报文为空 Empty
  623001 校验失败 Check failed
  623003 清单编号不存在 List number unknown
  623005 状态不允许撤销 State does not allow withdrawal
  623009 已申请撤销 Already withdrawn
  623012 没有撤销原因 No reason
  623023 撤销失败 Withdrawal failed
  623025 额度恢复失败 Limit could not be given back
  623029 签名校验不通过 Signature check failed`);

const REFUND = codeTable(`
  625001 校验失败 Check failed
  625003 报文为空 Empty
  625004 申报失败 Declaration failed
  625005 签名校验不通过 Signature check failed
  625006 没有退货商品 No lines
  625007 商品未备案 Goods not filed
  625008 预录入编号须由电子口岸生成 The pre-entry number comes from the port
  625009 第二数量与第二单位须同时填写 Second quantity and unit come together
  625010 与备案不一致 Differs from the filing
  625011 商品编码不存在 HS code unknown
  625012 与参数库不一致 Differs from the parameter table
  625013 申报单位与证书不一致 Declarant differs from the certificate
  625014 超过单次限值 Over the single limit
  625015 超过个人限值 Over the personal limit
  625022 已申报 Already declared
  625201 该单证已存在申请 An application for this document exists
  625208 签名校验不通过 Signature check failed
  625209 商品不在原清单内 Goods not in the list`);

const WAREHOUSE_IN = codeTable(`
  800000 没有明细 No lines
  800001 校验失败 Check failed
  800002 解析失败 Can't be parsed
  800003 已存在 Exists
  800004 系统异常 System error
  800005 接收报文为旧报文，不做处理 Older than what is stored: ignored
  800006 记录数超过限制 More records than allowed`);

const IMPORT_CODES: Partial<Record<MessageType, CodeTable>> = {
  '311': ORDER,
  '411': PAYMENT,
  '511': WAYBILL,
  '513': DELIVERY_STATUS,
  '621': LIST,
  '623': WITHDRAWAL,
  '625': REFUND,
  '711': WAREHOUSE_IN,
};
