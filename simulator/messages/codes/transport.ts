/** Modes of transport, kinds of packing and supervision modes. */
import { codeTable } from './table.ts';

export const TRANSPORT_MODES = codeTable(`
  0 非保税区 Non-bonded area
  1 监管仓库 Supervised warehouse
  2 水路运输 Water
  3 铁路运输 Rail
  4 公路运输 Road
  5 航空运输 Air
  6 邮件运输 Mail
  7 保税区 Bonded area
  8 保税仓库 Bonded warehouse
  9 其他方式运输 Other
  G 固定设施运输 Fixed installation
  H 边境特殊海关作业区 Special border customs area
  L 旅客携带 Carried by a traveller
  T 综合实验区 Comprehensive experimental zone
  W 物流中心 Bonded logistics centre
  X 物流园区 Bonded logistics park
  Y 保税港区/综合保税区 Bonded port or comprehensive bonded zone
  Z 出口加工区 Export processing zone`);

/** One digit in CEB; the general declaration uses two by now. */
export const WRAP_TYPES = codeTable(`
  1? 木箱 Wooden case
  2? 纸箱 Carton
  3? 桶装 Drum
  4? 散装 Bulk
  5? 托盘 Pallet
  6? 包 Bale
  7? 其它 Other`);

export const TRADE_MODES = codeTable(`
  9610 跨境贸易电子商务 Cross-border e-commerce, direct
  1210 保税跨境贸易电子商务 Cross-border e-commerce, bonded
  1239 保税跨境贸易电子商务A Cross-border e-commerce, bonded A
  9710 跨境电商B2B直接出口 Cross-border B2B direct export
  9810 跨境电商出口海外仓 Export to an overseas warehouse
  9661 跨境电商零售出口退运 Return of goods exported under 9610
  1261 保税跨境电商零售出口退运 Return of goods exported under 1210`);
