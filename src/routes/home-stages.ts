import { m } from '$lib/paraglide/messages.js';
import type { StageEdge, StageNode } from '$lib/ui/stages.ts';

/**
 * One 9610 parcel in the middle of its way, for the picture on the first page: list passed, goods on the road
 * to the supervised site. Codes are those of customs receipts (domain: list life cycle, summary and exemption).
 */
export function homeStages(): { nodes: StageNode[]; edges: StageEdge[] } {
  const seller = m.common_home_office_seller();
  const customs = m.common_home_office_customs();
  const nodes: StageNode[] = [
    { id: 'source', state: 'done', label: m.common_home_stage_source(), office: seller },
    { id: 'order', state: 'done', label: m.common_home_stage_order(), office: seller },
    {
      id: 'data',
      state: 'done',
      code: '120',
      label: m.common_home_stage_data(),
      office: m.common_home_office_window(),
    },
    { id: 'list', state: 'done', code: '120', label: m.common_home_stage_list(), office: customs },
    { id: 'refused', state: 'idle', code: '100', label: m.common_home_stage_refused(), office: customs },
    { id: 'passed', state: 'done', code: '399', label: m.common_home_stage_passed(), office: customs },
    {
      id: 'arrival',
      state: 'active',
      code: '400',
      label: m.common_home_stage_arrival(),
      office: m.common_home_office_site(),
    },
    { id: 'inspect', state: 'next', code: '500', label: m.common_home_stage_inspect(), office: customs },
    { id: 'release', state: 'next', code: '800', label: m.common_home_stage_release(), office: customs },
    {
      id: 'departed',
      state: 'idle',
      label: m.common_home_stage_departed(),
      office: m.common_home_office_carrier(),
    },
    { id: 'closed', state: 'idle', code: '899', label: m.common_home_stage_closed(), office: customs },
    { id: 'refund', state: 'idle', label: m.common_home_stage_refund(), office: m.common_home_office_tax() },
    { id: 'exempt', state: 'idle', label: m.common_home_stage_exempt(), office: m.common_home_office_tax() },
  ];
  const edges: StageEdge[] = [
    { from: 'source', to: 'order', main: true },
    { from: 'order', to: 'data', main: true },
    { from: 'data', to: 'list', main: true },
    { from: 'list', to: 'refused' },
    { from: 'refused', to: 'passed' },
    { from: 'list', to: 'passed', main: true },
    { from: 'passed', to: 'arrival', main: true },
    { from: 'arrival', to: 'release', main: true },
    { from: 'arrival', to: 'inspect' },
    { from: 'inspect', to: 'release' },
    { from: 'release', to: 'departed', main: true },
    { from: 'departed', to: 'closed', main: true },
    { from: 'closed', to: 'refund' },
    { from: 'closed', to: 'exempt' },
  ];
  return { nodes, edges };
}
