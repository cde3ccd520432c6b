import { describe, expect, it } from 'vitest';
import { readDirectory } from '../../directory-files.ts';
import { UnitMatcher } from './unit-matcher.ts';

const matcher = new UnitMatcher(readDirectory(null), '38', '2025-06-27');
const read = (cell: string): string =>
  matcher
    .read(cell)
    .matches.map(({ id, name, scope }) => `${id ?? `“${name}”`}${scope ? `/${scope}` : ''}`)
    .join(' ');

describe('the units that a cell names', () => {
  it.each([
    ['Sở KH&CN, Sở VH,TT&DL; VP UBND tỉnh', '38.skhcn 38.svhttdl 38.vpubnd'],
    ['Sở Văn hoá, Thể thao và Du lịch và Công an tỉnh', '38.svhttdl 38.congan'],
    ['Văn phòng Tỉnh uỷ\nBan Tổ chức Tỉnh ủy', '38.vptu 38.btc'],
    ['<ul><li>Sở Y tế</li><li>Sở Xây dựng</li></ul>', '38.syt 38.sxd'],
    ['Các sở, ban, ngành; UBND các xã, phường', 'sbn ubx'],
    ['Các Sở, ngành, Ban QLKKT', 'sbn 38.bqlkkt'],
    ['MTTQ và các tổ chức chính trị - xã hội tỉnh', '38.mttq tcctxh'],
    ['Cấp ủy, chính quyền các xã, phường (mới)', 'cccqx'],
    ['Sở Nội vụ (đối với khối chính quyền), Ban Tổ chức Tỉnh ủy (đối với khối đảng)', '38.snv/GOVERNMENT 38.btc/PARTY'],
    [
      '- Khối Đảng: Văn phòng Tỉnh ủy - Khối chính quyền: Sở Nội vụ, Sở Tài chính',
      '38.vptu/PARTY 38.snv/GOVERNMENT 38.stc/GOVERNMENT',
    ],
    ['Công an tỉnh kiểm tra, đôn đốc', '38.congan'],
    ['UBND phường Hạc Thành, Đảng ủy xã Hoằng Hóa', '38.14797.ubnd 38.15865.du'],
    ['Bộ Công an; Sở Tư pháp tỉnh Thanh Hóa', '“Bộ Công an” 38.stp'],
    ['Sở Tài chính; Sở Tài chính', '38.stc'],
  ])('“%s” names %s', (cell, units) => expect(read(cell)).toBe(units));

  it('gives a department without its province and a group in sentence case', () => {
    const [department, group] = matcher.read('Sở Tư pháp; Các Sở, ban,ngành Tỉnh').matches;
    expect(department).toMatchObject({ name: 'Sở Tư pháp', code: 'TH.STP', kind: 'unit' });
    expect(group).toMatchObject({ name: 'Các sở, ban, ngành tỉnh', kind: 'group' });
  });

  it('is less sure of a name whose marks were lost, and says why', () => {
    const [exact] = matcher.read('Sở Nông nghiệp và Môi trường').matches;
    const [slip] = matcher.read('Sở Nông nghiêp và Môi trương').matches;
    expect(slip?.id).toBe(exact?.id);
    expect(slip?.confidence).toBeLessThan(exact?.confidence ?? 0);
    expect(slip?.reason).not.toBe(exact?.reason);
  });

  it('is unsure of a list that was cut off', () =>
    expect(matcher.read('Sở Tài chính và các').confidence).toBeLessThan(0.8));

  it('keeps a body that the directory does not know, unsure', () =>
    expect(matcher.read('Câu lạc bộ Cầu lông').matches).toMatchObject([
      { name: 'Câu lạc bộ Cầu lông', code: null, kind: 'external' },
    ]));

  it('names departments without a code where the province is not known', () => {
    const [unit] = new UnitMatcher(readDirectory(null), null, null).read('Sở Tài chính').matches;
    expect(unit).toMatchObject({ name: 'Sở Tài chính', code: null, kind: 'unit' });
  });
});
