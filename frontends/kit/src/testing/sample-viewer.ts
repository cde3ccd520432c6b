import type { Answers } from './mocked-graph.ts';

/** An officer of the standing agency who may do everything: what a preview starts with. */
export function sampleViewer(
  bloc: 'PARTY' | 'GOVERNMENT' = 'PARTY',
  permissions: readonly string[] = everyPermission,
): Answers {
  const unit =
    bloc === 'PARTY'
      ? {
          id: '38.vptu',
          name: 'Văn phòng Tỉnh ủy Thanh Hóa',
          shortName: 'VP Tỉnh ủy',
          nameEn: 'Office of the Provincial Party Committee',
          bloc,
        }
      : {
          id: '38.skhcn',
          name: 'Sở Khoa học và Công nghệ tỉnh Thanh Hóa',
          shortName: 'Sở KH&CN',
          nameEn: 'Department of Science and Technology',
          bloc,
        };
  const province = { id: '38', name: 'Tỉnh Thanh Hóa', nameEn: 'Thanh Hóa Province' };
  const membership = (id: string, role: string) => ({
    id,
    role,
    validFrom: '2025-07-01',
    validTo: null,
    unit: { ...unit, province },
  });
  return {
    'Query.me': {
      portal: bloc,
      provinceId: '38',
      permissions: [...permissions],
      person: { id: 'person-1', displayName: `Chuyên viên ${unit.shortName}` },
      membership: membership('membership-1', 'REPORTER'),
      memberships: [membership('membership-1', 'REPORTER'), membership('membership-2', 'STANDING_AGENCY')],
    },
    'Query.businessClock': { now: '2025-11-20T03:00:00Z', today: '2025-11-20', offsetSeconds: -31_000_000 },
  };
}

export const everyPermission = [
  'plans.read',
  'plans.export',
  'plans.assign',
  'plans.report',
  'plans.approve',
  'plans.confirm',
  'drafts.manage',
  'quarantine.read',
  'quarantine.release',
  'reports.read',
  'reports.submit',
  'reports.accept',
  'units.read',
  'units.manage',
  'people.read',
  'people.manage',
  'systems.read',
  'systems.register',
  'dossiers.advance',
  'dossiers.approve',
  'checks.manage',
  'checks.run',
  'audit.read',
];
