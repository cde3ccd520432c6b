import type { DirectoryUnit } from './directory.ts';

/** By what is said of a unit in its directory name: how clerks call it besides. "§" stands for "tỉnh" or nothing. */
const USUAL: readonly [kind: string, name: RegExp, names: readonly string[]][] = [
  ['PROVINCIAL_PARTY_COMMITTEE', /./, ['Ban Chấp hành Đảng bộ tỉnh', 'Thường vụ Tỉnh ủy']],
  ['PARTY_INSPECTION', /./, ['Cơ quan UBKT Tỉnh ủy']],
  ['PARTY_COMMISSION', /Tổ chức/, ['Ban TC Tỉnh ủy']],
  ['PARTY_COMMISSION', /Nội chính/, ['Ban NC Tỉnh ủy']],
  ['PARTY_COMMISSION', /Tuyên giáo/, ['Ban Tuyên giáo - Dân vận Tỉnh ủy', 'Ban Tuyên giáo Dân vận']],
  ['PARTY_COMMITTEE_OF_BODY', /các cơ quan Đảng/, ['Đảng bộ các cơ quan Đảng tỉnh']],
  ['PARTY_COMMITTEE_OF_BODY', /Ủy ban nhân dân/, ['Đảng bộ UBND tỉnh']],
  ['PARTY_COMMITTEE_OF_BODY', /Công an/, ['Đảng ủy CA tỉnh', 'Đảng bộ Công an tỉnh']],
  ['PARTY_COMMITTEE_OF_BODY', /Quân sự/, ['Đảng bộ Quân sự tỉnh', 'Đảng ủy Bộ CHQS tỉnh']],
  [
    'PRESS',
    /./,
    [
      'Báo và Đài Phát thanh - Truyền hình §',
      'Báo và Đài Phát thanh và Truyền hình §',
      'Báo và Phát thanh, Truyền hình §',
      'Báo, Phát thanh và Truyền hình §',
      'Báo, Đài Phát thanh - Truyền hình §',
      'Đài Phát thanh - Truyền hình §',
      'Đài Phát thanh và Truyền hình §',
      'Báo và Đài §',
    ],
  ],
  [
    'FRONT',
    /./,
    [
      'Mặt trận Tổ quốc §',
      'Mặt trận Tổ quốc Việt Nam §',
      'Ủy ban Mặt trận Tổ quốc §',
      'Ủy ban Mặt trận Tổ quốc Việt Nam §',
      'Ủy ban Mặt trận tỉnh',
    ],
  ],
  ['MASS_ORGANISATION', /Nông dân/, ['Hội Nông dân §', 'Hội ND §']],
  ['MASS_ORGANISATION', /Phụ nữ/, ['Hội Liên hiệp Phụ nữ §', 'Hội Phụ nữ §', 'Hội PN §']],
  ['MASS_ORGANISATION', /Cựu chiến binh/, ['Hội Cựu chiến binh §']],
  ['MASS_ORGANISATION', /Lao động/, ['Liên đoàn Lao động §']],
  [
    'MASS_ORGANISATION',
    /Thanh niên/,
    ['Đoàn Thanh niên Cộng sản Hồ Chí Minh §', 'Đoàn Thanh niên §', 'Đoàn TN tỉnh', 'Tỉnh đoàn'],
  ],
  ['PEOPLES_COUNCIL', /./, ['HĐND']],
  ['CENTRE', /Phục vụ hành chính công/, ['Trung tâm Hành chính công §', 'TT Phục vụ hành chính công §']],
  [
    'MANAGEMENT_BOARD',
    /./,
    [
      'Ban Quản lý Khu kinh tế §',
      'Ban Quản lý các khu công nghiệp §',
      'Ban Quản lý khu công nghiệp §',
      'Ban Quản lý Khu kinh tế và các khu công nghiệp §',
      'Ban Quản lý Khu kinh tế và khu công nghiệp §',
    ],
  ],
  ['SUPPORT_TEAM', /./, ['Tổ Giúp việc Ban Chỉ đạo §', 'Tổ Giúp việc cấp tỉnh', 'Tổ Giúp việc §']],
  ['POLICE', /./, ['CA tỉnh']],
  ['MILITARY_COMMAND', /./, ['BCH Quân sự §', 'Bộ Chỉ huy Quân sự']],
  ['ENTERPRISE', /Điện lực/, ['Công ty Điện lực §', 'Điện lực tỉnh']],
  ['TELECOM_ENTERPRISE', /VNPT/, ['VNPT §', 'Viễn thông tỉnh']],
  ['TELECOM_ENTERPRISE', /Viettel/, ['Viettel §']],
  ['TELECOM_ENTERPRISE', /MobiFone/i, ['MobiFone §']],
  ['UNIVERSITY', /^(Trường )?Đại học/, []],
];

/** Names that are used for such a unit in every province. */
export function usualNames(unit: DirectoryUnit): string[] {
  const names = USUAL.filter(([kind, name]) => unit.kind === kind && name.test(unit.name)).flatMap(
    ([, , usual]) => usual,
  );
  const own = unit.kind === 'UNIVERSITY' ? [universityOtherwise(unit.name)] : [];
  const board = / Khu kinh tế (\p{Lu}\p{L}+ \p{Lu}\p{L}+) /u.exec(unit.name)?.[1];
  if (unit.kind === 'MANAGEMENT_BOARD' && board)
    own.push(`Ban Quản lý Khu kinh tế ${board}`, `Ban Quản lý Khu kinh tế ${board} và các khu công nghiệp`);
  return [...names, ...own].flatMap((name) =>
    name.endsWith(' §') ? [name.slice(0, -2), name.replace('§', 'tỉnh')] : [name],
  );
}

/** "Trường Đại học X" and "Đại học X" are the same to those who write. */
const universityOtherwise = (name: string): string =>
  name.startsWith('Trường ') ? name.replace('Trường ', '') : `Trường ${name}`;
