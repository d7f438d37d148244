/** What the envelopes hold, as plain data. */
export interface TransInfo {
  /** 1–255 characters; the sender's own id of the transmission. */
  copMsgId: string;
  /** DXP id, 1–16 characters. */
  senderId: string;
  /** One to five DXP ids. */
  receiverIds: string[];
  /** xs:dateTime; `creatTimeOf` writes one. */
  creatTime: string;
  /** `CEB303Message`, at most 30 characters. */
  msgType: string;
}

export interface AddInfo {
  fileName?: string;
  icCard?: string;
  /** One to five, with an optional name each. */
  bizKeys?: { name?: string; value: string }[];
  /** Set when the data is text: its character set. */
  encode?: string;
}

export interface DxpMsg {
  transInfo: TransInfo;
  /** The business message, decoded from base64. */
  data: Uint8Array;
  addInfo?: AddInfo;
}

export interface DxpResponse {
  /** Four digits, see `DXP_CODES`. */
  code: string;
  info?: string;
  nodeId?: string;
  /** Per receiver, when the message went to several. */
  results?: { recId: string; code: string; info?: string; note?: string }[];
  note?: string;
  /** Simulated time; the schema keeps the day only. */
  noticeTime: number;
  oriHead: TransInfo;
}

export interface DxpRep {
  /** Written as `RecevierId` [sic]: whom this answers. */
  receiverId: string;
  adNodeId?: string;
  responses: DxpResponse[];
}
