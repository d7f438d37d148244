/**
 * What a receipt may say, official numbers only (customs knows others inside: 12, 13, 23 … never stand on the wire).
 * A negative number is a processing error at the port and changes nothing at customs: see `negative-codes.ts`.
 */
import { codeTable } from '../codes/table.ts';

export const RETURN_STATUS = codeTable(`
  1 电子口岸已暂存 Stored at the port as a draft
  2 电子口岸申报中 Being declared by the port
  3 发送海关成功 Sent to customs
  4 发送海关失败 Could not be sent to customs
  100 海关退单 Refused by customs; may be corrected and sent again
  120 海关入库 Stored by customs
  300 待人工审核 Waiting for an officer
  399 海关审结 Review finished
  400? 待运抵 Waiting for arrival
  500 查验 Inspection
  501 扣留移送通关 Detained, handed to clearance
  502 扣留移送缉私 Detained, handed to anti-smuggling
  503 扣留移送法规 Detained, handed to legal affairs
  505 移交 Handed over
  599 其它扣留 Otherwise detained
  600 挂起 Suspended
  700 退运 Returned
  800 放行 Released
  899 结关 Closed`);

/** Error at the port: the record was not handed to customs. */
export function isNegative(status: string): boolean {
  return /^-\d+$/.test(status);
}

/**
 * The text that the real platform writes for a status (seen in traffic for 1, 2, 120, 300, 399, 800), on the wire in
 * Chinese. For a status whose text nobody has recorded, its name stands alone.
 */
export function returnInfoFor(status: string, guid: string): string {
  const known = WIRE_TEXTS[status];
  return known ? known.replace('{guid}', guid) : (RETURN_STATUS[status]?.zh ?? status);
}

const WIRE_TEXTS: Readonly<Record<string, string>> = {
  '1': '暂存成功[{guid}]',
  '2': '新增申报成功[{guid}]',
  '120': '[Code:1800;Desc:逻辑校验通过]',
  '300': '[Code:1200;Desc:待人工审核]',
  '399': '[Code:2300;Desc:审核通过]',
  '800': '[Code:2600;Desc:放行]',
};
