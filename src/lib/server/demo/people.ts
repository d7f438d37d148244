import type { Role } from '../db/schema/index.ts';

/** Public: printed at every start in demo mode. */
export const DEMO_PASSWORD = 'dryport-demo';

export const DEMO_ORGANIZATIONS = [
  { id: 'demo-school', kind: 'school' as const, name: '潇湘职业学院 (demo)' },
  { id: 'demo-incubator', kind: 'incubator' as const, name: '郴州跨境电商孵化基地 (demo)' },
  { id: 'demo-zone-office', kind: 'zone-office' as const, name: '湘潭综试区办公室 (demo)' },
];

interface DemoAccount {
  /** Begins with `demo-`: that is how a production start knows them. */
  id: string;
  organizationId: string;
  username: string;
  name: string;
  role: Role;
}

const STUDENTS = ['李晓岚', '王子涵', '刘思远', '陈雨桐', '杨一帆', '周可心'];

export const DEMO_ACCOUNTS: DemoAccount[] = [
  ...STUDENTS.map((name, index) => person('demo-school', `student${index + 1}`, name, 'student')),
  person('demo-school', 'teacher', '唐老师', 'instructor'),
  person('demo-incubator', 'founder', '谭创', 'founder'),
  person('demo-zone-office', 'officer', '罗主任', 'officer'),
  person('demo-school', 'admin', '校管理员', 'administrator'),
];

export const DEMO_CLASS = {
  id: 'demo-class',
  organizationId: 'demo-school',
  name: '跨境电商2401班',
  joinCode: 'DEMO24',
  createdBy: 'demo-teacher',
};

function person(organizationId: string, username: string, name: string, role: Role): DemoAccount {
  return { id: `demo-${username}`, organizationId, username, name, role };
}
