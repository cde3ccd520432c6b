import type { UnitNode } from '@lienthong/policy/hierarchy';

/** How an issuer writes its papers. It depends on who issues, not on the portal in use. */
export interface DocumentStyle {
  /** PARTY: HD 36-HD/VPTW. STATE: NĐ 30/2020/NĐ-CP. */
  family: 'PARTY' | 'STATE';
  /** Lines of the left head, the last one being the issuer. */
  issuer: string[];
  number: string;
  /** Who signs: "T/M BAN CHỈ ĐẠO", "GIÁM ĐỐC". */
  signature: string;
  archive: string;
}

/** A4 margins in millimetres, within the ranges both rules allow. */
export const MARGINS = { top: 20, bottom: 20, left: 30, right: 15 };

const SIGNATURES: Record<string, string> = {
  PARTY_OFFICE: 'CHÁNH VĂN PHÒNG',
  GOVERNMENT_OFFICE: 'CHÁNH VĂN PHÒNG',
  DEPARTMENT: 'GIÁM ĐỐC',
  CENTRE: 'GIÁM ĐỐC',
  POLICE: 'GIÁM ĐỐC',
  INSPECTORATE: 'CHÁNH THANH TRA',
  MANAGEMENT_BOARD: 'TRƯỞNG BAN',
  PARTY_COMMISSION: 'TRƯỞNG BAN',
};

/** Bodies that decide together sign in the name of the whole. */
const COLLECTIVE: Record<string, string> = {
  STEERING_COMMITTEE: 'BAN CHỈ ĐẠO',
  SUPPORT_TEAM: 'TỔ GIÚP VIỆC',
  PROVINCIAL_PARTY_COMMITTEE: 'BAN THƯỜNG VỤ',
  COMMUNE_PARTY_COMMITTEE: 'BAN THƯỜNG VỤ',
  PEOPLES_COMMITTEE: 'ỦY BAN NHÂN DÂN',
  COMMUNE_PEOPLES_COMMITTEE: 'ỦY BAN NHÂN DÂN',
};

export function styleOf(issuer: UnitNode, parent: UnitNode | null): DocumentStyle {
  const family = issuer.bloc === 'PARTY' ? 'PARTY' : 'STATE';
  const mark = issuer.code.split('.').at(-1) ?? issuer.code;
  const collective = COLLECTIVE[issuer.kind];
  const inTheNameOf = family === 'PARTY' ? 'T/M' : 'TM.';
  const name = withoutEnding(issuer.name, parent?.name);
  return {
    family,
    issuer: [...(parent ? [parent.name.toLocaleUpperCase('vi')] : []), name.toLocaleUpperCase('vi')],
    number: family === 'PARTY' ? `Số         -BC/${mark}` : `Số:         /BC-${mark}`,
    signature: collective ? `${inTheNameOf} ${collective}` : (SIGNATURES[issuer.kind] ?? 'THỦ TRƯỞNG CƠ QUAN'),
    archive: family === 'PARTY' ? '- Lưu Văn phòng.' : '- Lưu: VT.',
  };
}

/** "Văn phòng Tỉnh ủy Thanh Hóa" under "Tỉnh ủy Thanh Hóa" is headed "Văn phòng". */
function withoutEnding(name: string, ending: string | undefined): string {
  if (!ending) return name;
  if (name.endsWith(` ${ending}`)) return name.slice(0, -ending.length - 1);
  const place = / tỉnh .+$/u.exec(ending)?.[0];
  return place && name.endsWith(place) ? name.slice(0, -place.length) : name;
}
