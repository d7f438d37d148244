import { fictionalCodes } from './party.ts';

/**
 * The institutions of this world that transmit messages or sign papers. They are made up; their codes have right
 * check digits and a division of the place that no real district has (see party.ts).
 */
export interface Institution {
  /** Ten-character customs code, as messages carry it. */
  code: string;
  uscc: string;
  nameZh: string;
  nameEn: string;
  /** Identity at the data exchange platform. */
  dxpId: string;
}

function institution(
  counter: number,
  prefix: 'DXPLGS' | 'DXPENT',
  nameZh: string,
  nameEn: string,
): Institution {
  const { customsCode, uscc } = fictionalCodes('changsha', counter);
  return { code: customsCode, uscc, nameZh, nameEn, dxpId: `${prefix}${String(counter).padStart(10, '0')}` };
}

export const CARRIER = institution(
  7_001,
  'DXPLGS',
  '湘途国际物流（实训）有限公司',
  'Xiangtu International Logistics (training)',
);
export const SITE_OPERATOR = institution(
  7_002,
  'DXPENT',
  '内陆港跨境电商监管作业场所（实训）',
  'Dryport Supervised Site (training)',
);
/** What the platform pays through: the payer's name on an ordinary credit note. */
export const PAYMENT_INSTITUTION = institution(
  7_003,
  'DXPENT',
  '汇达支付（实训）有限公司',
  'Huida Payments (training)',
);

/** Head of a message's trailer: who transmits. */
export const transferOf = ({ code, nameZh, dxpId }: Institution): Record<string, string> => ({
  copCode: code,
  copName: nameZh,
  dxpMode: 'DXP',
  dxpId,
});
