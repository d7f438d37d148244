/**
 * A client program as a trading firm would write it: knows the message formats from the public specification and
 * the address of the window, nothing else. Imports nothing of the house on purpose.
 */
import { randomUUID } from 'node:crypto';
import { envelope, textIn } from './dxp-client.ts';

export type Send = (request: Request) => Promise<Response>;

export interface Firm {
  code: string;
  name: string;
}

/** What a shop's back office knows of an order, money as it stands in the message. */
export interface ShopOrder {
  orderNo: string;
  goods: { no: string; name: string; hs: string; elements: string; unit: string; legalUnit: string };
  pieces: string;
  legalQuantity: string;
  price: string;
  value: string;
  freight: string;
  country: string;
  discharge: string;
}

export interface Ticket extends ShopOrder {
  carrier: Firm;
  logisticsNo: string;
  grossKg: string;
  netKg: string;
  customs: string;
  port: string;
  site: string;
}

export interface Receipt {
  type: string;
  status: string;
  info: string;
  time: string;
  guid: string;
  fields: (name: string) => string;
}

export class RefusedByWindow extends Error {
  override name = 'RefusedByWindow';
}

const USD = '502';
const platform = { ebpCode: '无', ebpName: 'HarbourMart (training)' };

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
/** An optional element without a value is left out. */
const fields = (of: Record<string, string>): string =>
  Object.entries(of)
    .map(([name, value]) => (value === '' ? '' : `<ceb:${name}>${escape(value)}</ceb:${name}>`))
    .join('');
const element = (name: string, inner: string): string => `<ceb:${name}>${inner}</ceb:${name}>`;

export class TradingClient {
  readonly #send: Send;
  readonly #address: string;
  readonly #key: string;
  readonly #firm: Firm;
  #after = 0;
  /** Everything that came back, oldest first. */
  readonly receipts: Receipt[] = [];
  /** Clock of the simulated world, as the window last told it: yyyyMMddHHmmss. */
  clock: string;

  constructor(send: Send, address: string, key: string, firm: Firm, clock: string) {
    this.#send = send;
    this.#address = address;
    this.#key = key;
    this.#firm = firm;
    this.clock = clock;
  }

  order(
    { orderNo, goods, pieces, price, value, freight }: ShopOrder,
    changes: Record<string, string> = {},
  ): Promise<string> {
    const { code, name } = this.#firm;
    const head = {
      orderType: 'E',
      orderNo,
      ...platform,
      ebcCode: code,
      ebcName: name,
      goodsValue: value,
      freight,
      currency: USD,
    };
    const line = {
      gnum: '1',
      itemNo: goods.no,
      itemName: goods.name,
      barCode: '无',
      unit: goods.unit,
      currency: USD,
      qty: pieces,
      price,
      totalPrice: value,
    };
    return this.transmit('303', 'Order', ['OrderHead', head], [['OrderList', line]], changes);
  }

  list(ticket: Ticket, flag: 'A' | 'B', changes: Record<string, string> = {}): Promise<string> {
    const { code, name } = this.#firm;
    const { goods, carrier } = ticket;
    const head = {
      customsCode: ticket.customs, ...platform, orderNo: ticket.orderNo,
      logisticsCode: carrier.code, logisticsName: carrier.name, logisticsNo: ticket.logisticsNo,
      copNo: `L${ticket.orderNo}`, preNo: '', ieFlag: 'E', portCode: ticket.port, ieDate: this.clock.slice(0, 8), statisticsFlag: flag,
      agentCode: code, agentName: name, ebcCode: code, ebcName: name, ownerCode: code, ownerName: name,
      tradeMode: '9610', trafMode: '5', loctNo: ticket.site, country: ticket.country, POD: ticket.discharge,
      freight: ticket.freight, fCurrency: USD, fFlag: '3', insuredFee: '0', iCurrency: '142', iFlag: '3',
      wrapType: '2', packNo: '1', grossWeight: ticket.grossKg, netWeight: ticket.netKg,
    }; // prettier-ignore
    const line = {
      gnum: '1', itemNo: goods.no, itemName: goods.name, gcode: goods.hs, gname: goods.name, gmodel: goods.elements,
      barCode: '无', country: ticket.country, currency: USD, qty: ticket.pieces, qty1: ticket.legalQuantity,
      unit: goods.unit, unit1: goods.legalUnit, price: ticket.price, totalPrice: ticket.value,
    }; // prettier-ignore
    return this.transmit('603', 'Inventory', ['InventoryHead', head], [['InventoryList', line]], changes);
  }

  /** The master list; `part` of `parts` when it is sent in several messages. */
  masterList(
    bill: { copNo: string; billNo: string; voyage: string; plate: string; grossKg: string },
    tickets: readonly Ticket[],
    changes: Record<string, string> = {},
  ): Promise<string> {
    const { code, name } = this.#firm;
    const [{ customs, site, carrier }] = tickets as [Ticket];
    const head = {
      customsCode: customs, copNo: bill.copNo, agentCode: code, agentName: name, loctNo: site, trafMode: '5',
      trafName: bill.voyage, voyageNo: bill.voyage, billNo: bill.billNo, domesticTrafNo: bill.plate, grossWeight: bill.grossKg,
      logisticsCode: carrier.code, logisticsName: carrier.name, msgCount: '1', msgSeqNo: '1',
    }; // prettier-ignore
    const lines = tickets.map(({ logisticsNo }, place): [string, Record<string, string>] => [
      'WayBillList',
      { gnum: String(place + 1), logisticsNo },
    ]);
    return this.transmit('607', 'WayBill', ['WayBillHead', head], lines, changes);
  }

  /** Sends one record in an envelope and returns its guid. @throws RefusedByWindow with the reason */
  async transmit(
    type: string,
    record: string,
    [headName, head]: [string, Record<string, string>],
    lines: [string, Record<string, string>][],
    changes: Record<string, string>,
  ): Promise<string> {
    const opening = { guid: randomUUID().toUpperCase(), appType: '1', appTime: this.clock, appStatus: '2' };
    const whole: Record<string, string> = { ...opening, ...head, ...changes };
    const transfer = {
      copCode: this.#firm.code,
      copName: this.#firm.name,
      dxpMode: 'DXP',
      dxpId: `DXPENT${this.#firm.code}`,
    };
    const xml =
      `<?xml version="1.0" encoding="UTF-8"?>\n<ceb:CEB${type}Message guid="${randomUUID().toUpperCase()}" version="1.0" xmlns:ceb="http://www.chinaport.gov.cn/ceb">` +
      element(
        record,
        element(headName, fields(whole)) + lines.map(([name, line]) => element(name, fields(line))).join(''),
      ) +
      `${element('BaseTransfer', fields(transfer))}</ceb:CEB${type}Message>`;
    const answer = await this.#send(
      this.#request('', { method: 'POST', body: envelope(xml, randomUUID(), `CEB${type}Message`) }),
    );
    const text = await answer.text();
    if (textIn(text, 'ResponseCode') !== '0000') throw new RefusedByWindow(`${answer.status} ${text}`);
    return whole['guid']!;
  }

  /** Pulls one receipt after the other; time passes only when there is none. */
  async pull(advance?: string): Promise<Receipt | null> {
    const answer = await this.#send(
      this.#request(`?after=${this.#after}${advance ? `&advance=${advance}` : ''}`),
    );
    if (answer.status === 204) return null;
    if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
    this.#after = Number(answer.headers.get('x-dryport-next'));
    const dxp = await answer.text();
    const xml = Buffer.from(textIn(dxp, 'Data') ?? '', 'base64').toString('utf8');
    const of = (name: string): string => textIn(xml, name) ?? '';
    const receipt = {
      type: /CEB(\d{3})Message/.exec(xml)?.[1] ?? '',
      status: of('returnStatus'),
      info: of('returnInfo'),
      time: of('returnTime'),
      guid: of('guid'),
      fields: of,
    };
    if (receipt.time) this.clock = receipt.time.slice(0, 14);
    this.receipts.push(receipt);
    return receipt;
  }

  /** Polls until a receipt of this type says one of these. @throws Error when it never comes */
  async await(type: string, ...statuses: string[]): Promise<Receipt> {
    for (let polls = 0; polls < 400; polls++) {
      const receipt = (await this.pull()) ?? (await this.pull('next'));
      if (receipt?.type === type && statuses.includes(receipt.status)) return receipt;
      if (receipt?.type === '900') throw new RefusedByWindow(receipt.info);
    }
    throw new Error(`no ${type} with ${statuses.join(' or ')}`);
  }

  #request(query: string, init: RequestInit = {}): Request {
    return new Request(`${this.#address}${query}`, {
      ...init,
      headers: { authorization: `Bearer ${this.#key}` },
    });
  }
}
