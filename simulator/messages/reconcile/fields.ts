/** Checks of single fields, from the grammar: what the schema leaves open because it has no pattern and no list. */
import { findWireTime } from '../../trade/time-format.ts';
import { findCode } from '../codes/index.ts';
import { grammarOf } from '../grammar/catalogue.ts';
import { fieldsOf, type Field } from '../grammar/fields-of.ts';
import { collapse } from '../judge/value.ts';
import type { CebRecord, MessageType } from '../message.ts';
import { complaint, SPECIFICATION, type Finding } from './complaint.ts';
import { unitsOf } from './decimal.ts';

const TIMES = new Set([
  'appTime',
  'returnTime',
  'accountingDate',
  'payTime',
  'leaveTime',
  'startTime',
  'endTime',
  'logisticsTime',
  'ieDate',
  'declTime',
  'opDate',
]);

/** Enterprise codes: 10 characters (customs) or 18 (unified social credit code). */
const ENTERPRISES = new Set([
  'ebpCode',
  'ebcCode',
  'agentCode',
  'ownerCode',
  'logisticsCode',
  'operatorCode',
  'declAgentCode',
  'iacCode',
]);
const ENTERPRISE = /^(?:[0-9A-Z]{10}|[0-9A-Z]{18})$/;
/** What the specification lets stand where there is no code. */
const STAND_INS: Readonly<Record<string, readonly string[]>> = { ebpCode: ['无'], ownerCode: ['NO'] };

/** Numbers that must be above zero; the rest may be zero. */
const POSITIVE = new Set([
  'qty',
  'qty1',
  'qty2',
  'grossWeight',
  'netWeight',
  'weight',
  'packNo',
  'msgCount',
  'msgSeqNo',
  'charge',
]);

/** All fields of a record. `at` of the findings: `head.country`, `list.0.unit`. */
export function checkFields(type: MessageType, record: CebRecord): Finding[] {
  const request = grammarOf(type).role === 'request';
  const findings: Finding[] = [];
  for (const field of fieldsOf(type)) {
    if (field.part === 'head') {
      findings.push(...checkField(field, record.head[field.name], `head.${field.name}`, request));
    } else if (field.part === 'list') {
      record.list.forEach((line, i) => {
        findings.push(...checkField(field, line[field.name], `list.${i}.${field.name}`, request));
      });
    }
  }
  return findings;
}

function checkField(field: Field, raw: string | undefined, at: string, request: boolean): Finding[] {
  const value = collapse(raw ?? '');
  const params = { field: field.words, value };
  if (value === '') {
    // The export schema lets most required texts be empty; the specification does not.
    return request && field.required ? [complaint('requiredEmpty', at, params)] : [];
  }
  if (TIMES.has(field.name))
    return findWireTime(value) === null ? [complaint('dateNotReal', at, params)] : [];
  if (field.name === 'gcode') return /^\d{10}$/.test(value) ? [] : [complaint('hsCodeNotDigits', at, params)];
  if (field.codeList) return checkCode(field, value, at);
  if (request && ENTERPRISES.has(field.name)) return checkEnterprise(field.name, value, at, params);
  return field.facets.base === 'string' ? [] : checkSign(field.name, value, at, params);
}

function checkCode(field: Field, value: string, at: string): Finding[] {
  const table = field.codeList!;
  if (findCode(table, value) || (table === 'returnStatus' && /^-\d+$/.test(value))) return [];
  // Our table of offices is not the whole national one: a strange office is doubtful, not wrong.
  const code = table === 'customs' && /^\d{4}$/.test(value) ? 'officeUnlisted' : 'codeUnknown';
  return [complaint(code, at, { field: field.words, value, table })];
}

function checkEnterprise(name: string, value: string, at: string, params: Finding['params']): Finding[] {
  if (ENTERPRISE.test(value) || STAND_INS[name]?.includes(value)) return [];
  return [complaint('enterpriseCodeForm', at, params, [SPECIFICATION, 'gacc-2018-194#registration'])];
}

function checkSign(name: string, value: string, at: string, params: Finding['params']): Finding[] {
  const units = unitsOf(value);
  if (units === null) return [];
  if (units < 0n) return [complaint('valueNegative', at, params)];
  return units === 0n && POSITIVE.has(name) ? [complaint('valueZero', at, params)] : [];
}
