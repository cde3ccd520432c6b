import type { Bloc } from './bloc.ts';

interface KindName {
  vi: string;
  en: string;
  /** The only bloc such a unit can belong to; null where it belongs to none. */
  bloc: Bloc | null;
}

/** Kinds of organisation (loại cơ quan), as far as the plans address them. */
export const UNIT_KINDS: Readonly<Record<string, KindName>> = {
  PROVINCIAL_PARTY_COMMITTEE: { vi: 'Tỉnh ủy, Thành ủy', en: 'Provincial Party committee', bloc: 'PARTY' },
  PARTY_OFFICE: { vi: 'Văn phòng cấp ủy', en: 'Party committee office', bloc: 'PARTY' },
  PARTY_COMMISSION: { vi: 'Ban đảng', en: 'Party commission', bloc: 'PARTY' },
  PARTY_INSPECTION: { vi: 'Ủy ban Kiểm tra', en: 'Party inspection commission', bloc: 'PARTY' },
  PARTY_COMMITTEE_OF_BODY: { vi: 'Đảng ủy trực thuộc', en: 'Party committee of a body', bloc: 'PARTY' },
  COMMUNE_PARTY_COMMITTEE: { vi: 'Đảng ủy xã, phường', en: 'Commune Party committee', bloc: 'PARTY' },
  FRONT: { vi: 'Mặt trận Tổ quốc', en: 'Fatherland Front', bloc: 'PARTY' },
  MASS_ORGANISATION: { vi: 'Tổ chức chính trị - xã hội', en: 'Socio-political organisation', bloc: 'PARTY' },
  PRESS: { vi: 'Cơ quan báo chí', en: 'Press', bloc: 'PARTY' },
  PEOPLES_COUNCIL: { vi: 'Hội đồng nhân dân', en: 'People’s council', bloc: 'GOVERNMENT' },
  PEOPLES_COMMITTEE: { vi: 'Ủy ban nhân dân tỉnh', en: 'Provincial people’s committee', bloc: 'GOVERNMENT' },
  GOVERNMENT_OFFICE: { vi: 'Văn phòng UBND', en: 'People’s committee office', bloc: 'GOVERNMENT' },
  DEPARTMENT: { vi: 'Sở', en: 'Department', bloc: 'GOVERNMENT' },
  INSPECTORATE: { vi: 'Thanh tra', en: 'Inspectorate', bloc: 'GOVERNMENT' },
  MANAGEMENT_BOARD: { vi: 'Ban quản lý', en: 'Management board', bloc: 'GOVERNMENT' },
  CENTRE: { vi: 'Trung tâm', en: 'Centre', bloc: 'GOVERNMENT' },
  POLICE: { vi: 'Công an', en: 'Police', bloc: 'GOVERNMENT' },
  MILITARY_COMMAND: { vi: 'Bộ Chỉ huy quân sự', en: 'Military command', bloc: 'GOVERNMENT' },
  TAX: { vi: 'Cơ quan thuế', en: 'Tax authority', bloc: 'GOVERNMENT' },
  SOCIAL_INSURANCE: { vi: 'Bảo hiểm xã hội', en: 'Social insurance', bloc: 'GOVERNMENT' },
  COMMUNE_PEOPLES_COMMITTEE: { vi: 'UBND xã, phường', en: 'Commune people’s committee', bloc: 'GOVERNMENT' },
  COURT: { vi: 'Tòa án nhân dân', en: 'People’s court', bloc: null },
  PROCURACY: { vi: 'Viện kiểm sát nhân dân', en: 'People’s procuracy', bloc: null },
  ENTERPRISE: { vi: 'Doanh nghiệp', en: 'Enterprise', bloc: null },
  TELECOM_ENTERPRISE: { vi: 'Doanh nghiệp viễn thông', en: 'Telecommunications enterprise', bloc: null },
  UNIVERSITY: { vi: 'Trường đại học', en: 'University', bloc: null },
};

/** Kinds that exist on either side, each time under its own bloc. */
export const KINDS_OF_EITHER_BLOC: Readonly<Record<string, Omit<KindName, 'bloc'>>> = {
  STEERING_COMMITTEE: { vi: 'Ban Chỉ đạo', en: 'Steering committee' },
  SUPPORT_TEAM: { vi: 'Tổ Giúp việc', en: 'Support team' },
  OFFICE: { vi: 'Phòng, đơn vị trực thuộc', en: 'Office or division' },
};

export function isKind(kind: string): boolean {
  return kind in UNIT_KINDS || kind in KINDS_OF_EITHER_BLOC;
}

export function kindFits(kind: string, bloc: Bloc | null): boolean {
  const known = UNIT_KINDS[kind];
  return known ? known.bloc === bloc : kind in KINDS_OF_EITHER_BLOC && bloc !== null;
}

export function kindName(kind: string, locale: 'vi' | 'en'): string {
  return (UNIT_KINDS[kind] ?? KINDS_OF_EITHER_BLOC[kind])?.[locale] ?? kind;
}
