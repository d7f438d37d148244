/** Flags with a handful of values, from the text of the specification (the schema lists none of them). */
import { codeTable } from './table.ts';

export const FLAGS = {
  appType: codeTable(`
    1 新增 New
    2 变更 Amend
    3 删除 Delete`),
  appStatus: codeTable(`
    1 暂存 Stored as draft
    2 申报 Declared`),
  orderType: codeTable(`
    I 进口商品订单 Import order
    E B2C出口订单 Export order, B2C
    B B2B出口订单 Export order, B2B
    W 海外仓订仓单 Overseas-warehouse booking`),
  ieFlag: codeTable(`
    I 进口 Import
    E 出口 Export`),
  statisticsFlag: codeTable(`
    A 简化申报 Simplified declaration
    B 汇总申报 To be summarised`),
  feeFlag: codeTable(`
    1 率 Rate
    2 单价 Per unit
    3 总价 Total`),
  summaryFlag: codeTable(`
    1 按收发货人汇总 By consignor
    2 按收发货人和生产销售单位汇总 By consignor and producer or seller`),
  itemNameFlag: codeTable(`
    0? 不按商品名称汇总 Not by item name
    1 按企业商品名称汇总 By item name`),
  idType: codeTable(`
    1 身份证 Resident identity card
    2 其它 Other`),
  logisticsStatus: codeTable(`
    S 签收 Signed for`),
} as const;
