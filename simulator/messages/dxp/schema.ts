/** The envelope's schema (terminal.xsd, node.xsd of 202205): DxpMsg, DxpRep, and DxpMsgSv between nodes. */
import { facets } from '../grammar/facets.ts';
import {
  anyType,
  contentType,
  declaration,
  DS,
  DXP,
  element,
  sequence,
  textType,
  XS,
  type AttributeRule,
  type Declaration,
  type ElementParticle,
  type Type,
} from '../judge/model.ts';
import { faultOfBase64, faultOfDate, faultOfDateTime, faultOfId, noFault } from '../judge/plain-types.ts';
import { findSignatureElement, findSignatureType } from '../judge/signature.ts';
import { faultOf } from '../judge/value.ts';
import type { Schema } from '../judge/walk.ts';

const declare = (local: string, type: Type, typeName: string | null = null) =>
  declaration(DXP, local, type, { typeName });
const only = (d: Declaration, min = 1, max = 1) => element(DXP, d.local, () => d, min, max);

/** A field in the notation of the CEB tables. */
const field = (local: string, notation: string): ElementParticle => {
  const f = facets(notation);
  return only(
    declare(
      local,
      textType((raw) => faultOf(raw, f)),
    ),
    f.required ? 1 : 0,
  );
};
const group = (local: string, items: ElementParticle[], attributes: AttributeRule[] = []) =>
  declare(local, contentType(sequence(items), attributes));

const text = (local: string, notation: string, required: boolean): AttributeRule => {
  const f = facets(notation);
  return { local, required, check: (raw) => faultOf(raw, f) };
};
const version = (local: string): AttributeRule => ({
  local,
  required: true,
  check: (raw) => (raw === '1.0' ? null : { code: 'valueFixed', params: { value: raw, fixed: '1.0' } }),
});
const id: AttributeRule = { local: 'Id', required: false, check: faultOfId, unique: true };

const time = (local: string) => only(declare(local, textType(faultOfDateTime, true), `{${XS}}dateTime`));
const signature = element(DS, 'Signature', () => findSignatureElement('Signature')!, 0, 1);

const transInfoType = contentType(
  sequence([
    field('CopMsgId', 'C1..255'),
    field('SenderId', 'C1..16'),
    only(group('ReceiverIds', [{ ...field('ReceiverId', 'C1..16'), max: 5 }])),
    time('CreatTime'),
    field('MsgType', 'C..30'),
  ]),
);
const transInfo = (local: string) => only(declare(local, transInfoType, `{${DXP}}TransInfoType`));

const bizKey = declare(
  'Key',
  textType((raw) => faultOf(raw, facets('C1..64')), false, [text('name', 'C1..32', false)]),
);

const addInfo = contentType(
  sequence([
    field('FileName', 'C1..255?'),
    field('IcCard', 'C1..13?'),
    only(group('BizKey', [only(bizKey, 1, 5)]), 0),
    only(declare('IsText', contentType(null, [text('Encode', 'C..50', true)])), 0),
    // No type in the schema: anything may stand here.
    only(declare('RecMapId', anyType, `{${XS}}anyType`), 0),
  ]),
);

const dxpMsg = group(
  'DxpMsg',
  [
    transInfo('TransInfo'),
    only(declare('Data', textType(faultOfBase64, true), `{${DXP}}Data`)),
    only(declare('AddInfo', addInfo, `{${DXP}}AddInfo`), 0),
    signature,
  ],
  [version('ver'), id],
);

const result = group('Result', [
  field('RecId', 'C1..16'),
  field('Code', 'C1..9'),
  field('Info', 'C..300?'),
  field('Note', 'C..500?'),
]);

const response = group('Response', [
  field('NodeId', 'C1..8?'),
  field('ResponseCode', 'C1..9'),
  field('ResponseInfo', 'C..300?'),
  only(group('Results', [only(result, 1, Infinity)]), 0),
  only(declare('NoticeTime', textType(faultOfDate, true), `{${XS}}date`)),
  field('Note', 'C..500?'),
  transInfo('OriHead'),
]);

const dxpRep = group(
  'DxpRep',
  [field('RecevierId', 'C1..16'), field('AdNodeId', 'C1..8?'), only(response, 1, Infinity), signature],
  [version('ver')],
);

const svNo = contentType(
  sequence([
    field('MsgId', 'C1..32'),
    field('SubMsgId', 'C1?'),
    time('SendTime'),
    field('EndNode', 'C1..8'),
    field('StaNode', 'C1..8'),
  ]),
  [version('Ver')],
);

const dxpMsgSv = group(
  'DxpMsgSv',
  [only(declare('SvNo', svNo, `{${DXP}}SvNoType`)), only(dxpMsg), signature],
  [version('ver'), id],
);

const roots = new Map([dxpMsg, dxpRep, dxpMsgSv].map((d) => [d.local, d]));

/** Declaration of an envelope by the name of its root, or null. */
export function findEnvelope(local: string): Declaration | null {
  return roots.get(local) ?? null;
}

export const dxpSchema: Schema = {
  element: (uri, local) =>
    uri === DXP ? findEnvelope(local) : uri === DS ? findSignatureElement(local) : null,
  type: (name) =>
    name === `{${DXP}}TransInfoType`
      ? transInfoType
      : name === `{${XS}}string`
        ? textType(noFault)
        : findSignatureType(name),
};
